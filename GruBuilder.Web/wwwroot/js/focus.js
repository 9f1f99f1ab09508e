// After a link is followed without a full page load, the focus goes to the new page's title. On a full load the browser places it.
let path = location.pathname;

Blazor.addEventListener('enhancedload', () => {
  if (location.pathname === path) return;
  path = location.pathname;
  const title = document.querySelector('h1');
  if (!title || document.activeElement?.autofocus) return;
  title.tabIndex = -1;
  title.focus();
});
