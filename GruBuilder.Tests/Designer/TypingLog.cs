using Microsoft.Playwright;

namespace GruBuilder.Tests.Designer;

/// <summary>What became of each key in a browser: told when something typed is missing, since that comes once in many runs.</summary>
internal static class TypingLog
{
    private const string Script = """
        (() => {
          const log = window.gruTyping = [];
          const name = node => node === document.body ? 'body' : node?.id || node?.className || node?.nodeName || 'nothing';
          const tell = (what, node, text) => { log.push(`${Math.round(performance.now())} ${what} ${name(node)} ${text ?? ''}`); if (log.length > 250) log.shift(); };
          for (const type of ['keydown', 'input', 'change', 'focusin', 'focusout', 'click']) document.addEventListener(type, e => tell(type, e.target, e.key ?? (e.target.value ?? '').slice(-24)), true);
          const value = Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value');
          Object.defineProperty(HTMLTextAreaElement.prototype, 'value', { ...value, set(text) { if (text !== value.get.call(this)) tell('set', this, `${value.get.call(this).slice(-24)} -> ${String(text).slice(-24)}`); value.set.call(this, text); } });
          new MutationObserver(changes => {
            for (const { addedNodes, removedNodes } of changes) {
              for (const [what, nodes] of [['drawn', addedNodes], ['gone', removedNodes]]) {
                for (const node of nodes) {
                  const box = node.querySelector?.('#gd-label-box') ?? (node.id === 'gd-label-box' ? node : null);
                  if (box) tell(what, box, box.value.slice(-24));
                }
              }
            }
          }).observe(document, { childList: true, subtree: true });
        })();
        """;

    /// <summary>Begins; before the page is opened.</summary>
    public static Task ListenAsync(IPage page) => page.AddInitScriptAsync(Script);

    /// <summary>The last that happened, oldest first, and where the cursor is.</summary>
    public static async Task<string> TellAsync(IPage page) =>
        string.Join('\n', await page.EvaluateAsync<string[]>("() => [...window.gruTyping, `now in ${document.activeElement?.id || document.activeElement?.className || document.activeElement?.nodeName}: ${document.activeElement?.value ?? ''}`, `said ${document.querySelector('.gd-refusal')?.textContent ?? 'nothing'}`]"));
}
