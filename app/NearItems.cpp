#include "app/NearItems.h"

#include <algorithm>
#include <queue>
#include <set>

#include "core/hierarchy/node_names.h"
#include "core/measure/nearest.h"
#include "core/neighbors/free_vector.h"
#include "views/theme/Theme.h"
#include "views/workspace/HierarchyLook.h"

namespace horo::app {

using namespace views;

namespace {

std::vector<std::pair<Node, int>> nearInTree(const Hierarchy& h, Node from, size_t count) {
    std::vector<std::pair<Node, int>> near;
    std::queue<std::pair<Node, int>> open;
    std::set<Node> seen{from};
    open.push({from, 0});
    while (!open.empty() && near.size() < count) {
        const auto [v, steps] = open.front();
        open.pop();
        if (v != from) near.emplace_back(v, steps);
        for (const auto list : {h.parents(v), h.children(v)})
            for (const Node next : list.first(std::min<size_t>(list.size(), count + 1)))
                if (seen.insert(next).second) open.push({next, steps + 1});
    }
    return near;
}

std::vector<NearRow> nearRows(const Embedding& embedding, const NearTo& to, bool cosine, size_t count) {
    if (to.item != 0) {
        const auto row = embedding.items->rowOf(to.item);
        if (!row || !embedding.manifold.contains(embedding.row(*row))) return {};
        return cosine ? nearestByCosine(embedding, *row, count) : nearestRows(embedding, *row, count);
    }
    const auto point = freeVector(embedding, to.written);
    if (!point) return {};
    const std::vector<size_t> named = rowsNamedIn(embedding, to.written);
    auto rows = cosine ? nearestToPointByCosine(embedding, *point, count + named.size())
                       : nearestToPoint(embedding, *point, count + named.size());
    std::erase_if(rows, [&](const NearRow& each) { return std::ranges::count(named, each.row) > 0; });
    rows.resize(std::min(rows.size(), count));
    return rows;
}

QString distanceTitle(const Manifold& manifold) {
    QString title = QString::fromUtf8(manifoldName(manifold.kind()).data());
    if (title == QStringLiteral("poincare")) title = QStringLiteral("Poincaré");
    title[0] = title[0].toUpper();
    return title;
}

}  // namespace

std::vector<Nearness> nearnessesOf(const Workspace& workspace, const NearTo& to) {
    std::vector<Nearness> all;
    for (auto object = workspace.objects.rbegin(); object != workspace.objects.rend(); ++object) {
        const auto embedding = (*object)->as<Embedding>();
        if (!embedding) continue;
        if (to.item != 0 ? !embedding->items->rowOf(to.item) : !freeVector(*embedding, to.written)) continue;
        all.push_back({(*object)->id, Nearness::By::Distance});
        if (embedding->manifold.kind() == ManifoldKind::Euclidean && embedding->columns() > 3)
            all.push_back({(*object)->id, Nearness::By::Cosine});
    }
    for (const auto& object : workspace.objects)
        if (const auto hierarchy = object->as<Hierarchy>();
            hierarchy && to.item != 0 && hierarchy->items()->rowOf(to.item))
            all.push_back({object->id, Nearness::By::Edges});
    return all;
}

QString nearnessTitle(const Workspace& workspace, const Nearness& nearness) {
    const auto object = workspace.find(nearness.objectId);
    if (!object) return {};
    if (nearness.by == Nearness::By::Edges) return QObject::tr("Edges");
    if (nearness.by == Nearness::By::Cosine) return QObject::tr("Cosine");
    return distanceTitle(object->as<Embedding>()->manifold);
}

std::vector<NearItem> nearItems(const WorkspaceModel& model, const Nearness& nearness, const NearTo& to,
                                size_t count) {
    const Payload payload = model.payloadOf(nearness.objectId);
    std::vector<NearItem> near;
    if (const auto* hierarchy = std::get_if<std::shared_ptr<const Hierarchy>>(&payload);
        hierarchy && *hierarchy) {
        const auto node = (*hierarchy)->items()->rowOf(to.item);
        if (!node) return near;
        for (const auto& [v, steps] : nearInTree(**hierarchy, static_cast<Node>(*node), count))
            near.push_back({(*hierarchy)->items()->id(v), QString::number(steps)});
        return near;
    }
    const auto* embedding = std::get_if<std::shared_ptr<const Embedding>>(&payload);
    if (!embedding || !*embedding) return near;
    const bool cosine = nearness.by == Nearness::By::Cosine;
    for (const NearRow& each : nearRows(**embedding, to, cosine, count))
        near.push_back(
            {(*embedding)->items->id(each.row), QString::number(each.distance, 'f', cosine ? 3 : 2)});
    return near;
}

ItemFace faceOf(const Workspace& workspace, ItemId item) {
    const auto ofNode = [](const std::shared_ptr<const Hierarchy>& hierarchy, Node node) {
        const auto look = HierarchyLook::of(hierarchy);
        return ItemFace{QString::fromStdString(hierarchy->label(node)),
                        look->colour(node, look->suggestedLevel())};
    };
    for (const auto& object : workspace.objects)
        if (const auto hierarchy = object->as<Hierarchy>())
            if (const auto node = hierarchy->items()->rowOf(item))
                return ofNode(hierarchy, static_cast<Node>(*node));
    for (const auto& object : workspace.objects) {
        const auto embedding = object->as<Embedding>();
        const auto row = embedding ? embedding->items->rowOf(item) : std::nullopt;
        if (!row) continue;
        if (*row < embedding->labels.size()) {
            const auto above = workspace.hierarchyOf(*object);
            const auto hierarchy = above ? above->as<Hierarchy>() : nullptr;
            const auto found =
                hierarchy ? NodeNames(*hierarchy).find(embedding->labels[*row]) : std::vector<Node>();
            if (found.size() == 1) return ofNode(hierarchy, found.front());
            // A number says less than the class of the row.
            if (!embedding->items->space().empty())
                return {QString::fromStdString(embedding->labels[*row]), colour(Token::Accent)};
        }
        return {QString::fromStdString(embedding->items->name(*row)), colour(Token::Accent)};
    }
    return {};
}

}  // namespace horo::app
