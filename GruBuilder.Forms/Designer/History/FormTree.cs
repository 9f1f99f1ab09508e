using System.Collections.Immutable;
using GruBuilder.Forms.Definitions;

namespace GruBuilder.Forms.Designer;

/// <summary>A page or field, in a tree that can be changed.</summary>
internal sealed class FormNode(object item)
{
    /// <summary>The page or field; its own fields are <see cref="Children"/>.</summary>
    public object Item { get; set; } = item;

    public FormNode? Parent { get; set; }

    public List<FormNode> Children { get; } = [];

    /// <summary>Pages and fields have names of their own.</summary>
    public (bool IsPage, string Key) Id => Item is Page page ? (true, page.Key) : (false, ((Field)Item).Key);

    /// <summary>The same alone: what stood in it is put back by itself.</summary>
    public FormNode Copy() => new(Item);
}

/// <summary>A form's pages and fields by key, each with what stands in it.</summary>
internal sealed class FormTree
{
    private readonly Dictionary<(bool, string), FormNode> _byId = [];

    public FormTree(FormDefinition form)
    {
        foreach (var page in form.Pages) Roots.Add(Add(page, null, page.Fields));
    }

    public List<FormNode> Roots { get; } = [];

    /// <summary>Everything, what holds before what is held, in order.</summary>
    public IEnumerable<FormNode> Nodes => Roots.SelectMany(WithChildren);

    public bool Has((bool, string) id) => _byId.ContainsKey(id);

    public FormNode? Find((bool, string) id) => _byId.GetValueOrDefault(id);

    public void Remove(FormNode node)
    {
        (node.Parent is null ? Roots : node.Parent.Children).Remove(node);
        foreach (var gone in WithChildren(node)) _byId.Remove(gone.Id);
    }

    /// <summary>Puts a node, with what it holds, under the node of this tree that has the given one's name; null for a page.</summary>
    public void Insert(FormNode node, FormNode? parent, int index)
    {
        node.Parent = parent is null ? null : _byId[parent.Id];
        (node.Parent is null ? Roots : node.Parent.Children).Insert(index, node);
        foreach (var put in WithChildren(node)) _byId[put.Id] = put;
    }

    /// <summary>The form with these pages; what is as it was stays the same object.</summary>
    public FormDefinition Write(FormDefinition form)
    {
        ImmutableArray<Page> pages = [.. Roots.Select(r => ((Page)r.Item) is var page && Fields(r) is var fields && AreSame(page.Fields, fields) ? page : page with { Fields = fields })];
        return AreSame(form.Pages, pages) ? form : form with { Pages = pages };
    }

    private static ImmutableArray<Field> Fields(FormNode node) => [.. node.Children.Select(c => c.Item is RepeatedGroupField group && Fields(c) is var fields && !AreSame(group.Fields, fields)
        ? group with { Fields = fields }
        : (Field)c.Item)];

    private static bool AreSame<T>(ImmutableArray<T> one, ImmutableArray<T> other)
        where T : class => one.AsSpan().SequenceEqual(other.AsSpan(), ReferenceEqualityComparer.Instance);

    private static IEnumerable<FormNode> WithChildren(FormNode node) => node.Children.SelectMany(WithChildren).Prepend(node);

    private FormNode Add(object item, FormNode? parent, ImmutableArray<Field> fields)
    {
        var node = new FormNode(item) { Parent = parent };
        _byId.TryAdd(node.Id, node);
        foreach (var field in fields) node.Children.Add(Add(field, node, field is RepeatedGroupField group ? group.Fields : []));
        return node;
    }
}
