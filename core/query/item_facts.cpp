#include "core/query/item_facts.h"

#include <algorithm>
#include <limits>

#include "core/data/item_numbers.h"

namespace horo {

namespace {
constexpr double missing = std::numeric_limits<double>::quiet_NaN();
}

std::shared_ptr<const ItemFacts> ItemFacts::of(const Workspace& workspace, const Object& object) {
    const std::shared_ptr<ItemFacts> facts(new ItemFacts);
    const auto embedding = object.as<Embedding>();
    if (embedding) {
        facts->items_ = embedding->items;
        if (const auto source = workspace.hierarchyOf(object)) facts->hierarchy_ = source->as<Hierarchy>();
        if (facts->hierarchy_)
            facts->nodes_ = std::make_shared<const RowNodes>(*embedding, *facts->hierarchy_);
    } else if ((facts->hierarchy_ = object.as<Hierarchy>())) {
        facts->items_ = facts->hierarchy_->items();
    } else {
        return nullptr;
    }
    facts->offer("name", [items = facts->items_] { return items->names(); });
    if (facts->hierarchy_) facts->addHierarchyFacts();
    if (embedding)
        facts->offer("radius", [embedding] {
            std::vector<double> radii(embedding->rows());
            for (size_t i = 0; i < radii.size(); ++i)
                radii[i] = embedding->radius(i);
            return radii;
        });
    if (embedding && !embedding->labels.empty()) facts->offer("y", [embedding] { return embedding->labels; });
    if (embedding && embedding->about)
        for (const Column& column : embedding->about->columns)
            facts->offer(column.name, [embedding, &column]() -> Fact {
                return std::visit([](const auto& values) -> Fact { return values; }, column.values);
            });
    facts->offer("selected", [items = facts->items_, selection = workspace.selection] {
        std::vector<char> chosen(items->size());
        for (size_t i = 0; i < chosen.size(); ++i)
            chosen[i] = selection.contains(items->id(i));
        return chosen;
    });
    facts->kept_ = workspace.kept;
    facts->addTables(workspace);
    return facts;
}

void ItemFacts::offer(std::string name, std::function<Fact()> make) {
    entries_.push_back({std::move(name), std::move(make), {}});
}

void ItemFacts::addHierarchyFacts() {
    tree_ = std::make_shared<const SpanningTree>(*hierarchy_);
    const auto node = [nodes = nodes_](size_t row) -> std::optional<Node> {
        if (!nodes) return static_cast<Node>(row);
        return nodes->nodes[row] == RowNodes::none ? std::nullopt : std::optional(nodes->nodes[row]);
    };
    const auto number = [this, node](std::string name, std::function<double(Node)> value) {
        offer(std::move(name), [items = items_, node, value] {
            std::vector<double> values(items->size(), missing);
            for (size_t i = 0; i < values.size(); ++i)
                if (const auto v = node(i)) values[i] = value(*v);
            return values;
        });
    };
    const auto flag = [this, node](std::string name, std::function<bool(Node)> value) {
        offer(std::move(name), [items = items_, node, value] {
            std::vector<char> values(items->size(), 0);
            for (size_t i = 0; i < values.size(); ++i)
                if (const auto v = node(i)) values[i] = value(*v);
            return values;
        });
    };
    const auto h = hierarchy_;
    const auto t = tree_;
    offer("label", [items = items_, node, h] {
        std::vector<std::string> labels(items->size());
        for (size_t i = 0; i < labels.size(); ++i)
            if (const auto v = node(i)) labels[i] = h->label(*v);
        return labels;
    });
    if (!h->texts().glosses.empty())
        offer("gloss", [items = items_, node, h] {
            std::vector<std::string> texts(items->size());
            for (size_t i = 0; i < texts.size(); ++i)
                if (const auto v = node(i)) texts[i] = h->gloss(*v);
            return texts;
        });
    number("depth", [h](Node v) { return h->depth(v); });
    number("height", [h](Node v) { return h->height(v); });
    number("leaves", [t](Node v) { return t->hierarchyLeaves(v); });
    number("size", [t](Node v) { return t->subtreeSize(v); });
    number("children", [h](Node v) { return static_cast<double>(h->children(v).size()); });
    number("parents", [h](Node v) { return static_cast<double>(h->parents(v).size()); });
    flag("leaf", [h](Node v) { return h->isLeaf(v); });
    flag("root", [h](Node v) { return h->isRoot(v); });
}

void ItemFacts::addTables(const Workspace& workspace) {
    const auto shared = std::make_shared<const Workspace>(workspace);
    for (const ItemNumber& number : itemNumbers(workspace, *items_)) {
        // The key is KIND:OBJECT:COLUMN.
        const size_t first = number.key.find(':'), second = number.key.find(':', first + 1);
        std::string name = number.key.substr(second + 1);
        if (number.key.starts_with("count:")) name = "rows by " + name;
        const auto object = workspace.find(number.key.substr(first + 1, second - first - 1));
        const bool taken =
            std::ranges::any_of(entries_, [&](const Entry& entry) { return entry.name == name; });
        if (taken && object) name = object->name + "." + name;
        offer(std::move(name),
              [shared, items = items_, key = number.key] { return itemNumberValues(key, *shared, *items); });
    }
}

std::vector<std::string> ItemFacts::names() const {
    std::vector<std::string> names;
    for (const Entry& entry : entries_)
        names.push_back(entry.name);
    return names;
}

const Fact* ItemFacts::find(const std::string& name) const {
    for (const Entry& entry : entries_)
        if (entry.name == name) {
            if (!entry.fact) entry.fact = entry.make();
            return &*entry.fact;
        }
    return nullptr;
}

std::vector<Node> ItemFacts::nodesNamed(const std::string& name) const {
    std::vector<Node> nodes;
    if (!hierarchy_) return nodes;
    if (const auto row = hierarchy_->items()->rowOf(std::string_view(name))) return {static_cast<Node>(*row)};
    for (Node v = 0; v < hierarchy_->size(); ++v)
        if (hierarchy_->label(v) == name) nodes.push_back(v);
    return nodes;
}

std::vector<char> ItemFacts::rowsOf(const std::vector<char>& nodes) const {
    if (!nodes_) return nodes;
    std::vector<char> rows(items_->size(), 0);
    for (size_t i = 0; i < rows.size(); ++i)
        if (nodes_->nodes[i] != RowNodes::none) rows[i] = nodes[nodes_->nodes[i]];
    return rows;
}

std::optional<std::vector<char>> ItemFacts::below(const std::string& name) const {
    const auto named = nodesNamed(name);
    if (named.empty()) return {};
    std::vector<char> in(hierarchy_->size(), 0);
    for (const Node v : named)
        in[v] = 1;
    for (const Node v : hierarchy_->topologicalOrder())
        for (const Node parent : hierarchy_->parents(v))
            in[v] = in[v] || in[parent];
    return rowsOf(in);
}

std::optional<std::vector<char>> ItemFacts::above(const std::string& name) const {
    const auto named = nodesNamed(name);
    if (named.empty()) return {};
    std::vector<char> in(hierarchy_->size(), 0);
    for (const Node v : named)
        in[v] = 1;
    const auto order = hierarchy_->topologicalOrder();
    for (size_t i = order.size(); i-- > 0;)
        for (const Node child : hierarchy_->children(order[i]))
            in[order[i]] = in[order[i]] || in[child];
    return rowsOf(in);
}

std::optional<std::vector<char>> ItemFacts::level(int depth) const {
    if (!hierarchy_) return {};
    std::vector<char> in(hierarchy_->size(), 0);
    for (Node v = 0; v < in.size(); ++v)
        in[v] = hierarchy_->depth(v) == depth;
    return rowsOf(in);
}

std::optional<std::vector<char>> ItemFacts::kept(const std::string& name) const {
    for (const auto& [known, selection] : kept_) {
        if (known != name) continue;
        std::vector<char> in(items_->size(), 0);
        for (size_t i = 0; i < in.size(); ++i)
            in[i] = selection.contains(items_->id(i));
        return in;
    }
    return {};
}

std::vector<std::string> ItemFacts::keptNames() const {
    std::vector<std::string> names;
    for (const auto& [name, selection] : kept_)
        names.push_back(name);
    return names;
}

}  // namespace horo
