#include "core/data/workspace.h"

#include <algorithm>
#include <array>
#include <set>

#include "core/data/row_nodes.h"

namespace horo {

namespace {
constexpr std::array<std::string_view, 11> kindNames{"none",         "hierarchy", "embedding", "text",
                                                     "segmentation", "table",     "report",    "arrays",
                                                     "model",        "trace",     "images"};
}

std::string_view kindName(Kind kind) {
    return kindNames[static_cast<size_t>(kind)];
}

std::optional<Kind> kindFromName(std::string_view name) {
    for (size_t i = 1; i < kindNames.size(); ++i)
        if (kindNames[i] == name) return static_cast<Kind>(i);
    return std::nullopt;
}

std::shared_ptr<const Object> Workspace::find(std::string_view id) const {
    for (const auto& object : objects)
        if (object->id == id) return object;
    return nullptr;
}

std::shared_ptr<const Object> Workspace::hierarchyOf(const Object& object) const {
    std::set<std::string> seen;
    const auto upwards = [&](const auto& self, const Object& from) -> std::shared_ptr<const Object> {
        if (!from.madeBy || !seen.insert(from.id).second) return nullptr;
        for (const auto& [name, id] : from.madeBy->inputs) {
            const auto input = find(id);
            if (!input) continue;
            if (input->kind() == Kind::Hierarchy) return input;
            if (auto found = self(self, *input)) return found;
        }
        return nullptr;
    };
    if (auto found = upwards(upwards, object)) return found;
    const auto embedding = object.as<Embedding>();
    if (!embedding) return nullptr;
    for (const auto& candidate : objects) {
        const auto hierarchy = candidate->as<Hierarchy>();
        if (hierarchy && speakOfSameThings(*embedding, *hierarchy)) return candidate;
    }
    return nullptr;
}

std::string Workspace::freshId(std::string_view stem) const {
    const auto taken = [this](const std::string& id) {
        return find(id) || std::ranges::any_of(views, [&](const ViewState& view) { return view.id == id; });
    };
    for (int number = 1;; ++number) {
        std::string id = std::string(stem) + "-" + std::to_string(number);
        if (!taken(id)) return id;
    }
}

std::string Workspace::freshName(std::string_view name) const {
    const auto taken = [this](const std::string& candidate) {
        return std::ranges::any_of(objects, [&](const auto& object) { return object->name == candidate; });
    };
    std::string candidate(name);
    for (int number = 2; taken(candidate); ++number)
        candidate = std::string(name) + " " + std::to_string(number);
    return candidate;
}

void Workspace::add(Object object) {
    objects.push_back(std::make_shared<const Object>(std::move(object)));
}

void Workspace::replace(Object object) {
    for (auto& present : objects)
        if (present->id == object.id) {
            present = std::make_shared<const Object>(std::move(object));
            return;
        }
}

void Workspace::remove(std::string_view id) {
    std::erase_if(objects, [&](const auto& object) { return object->id == id; });
    std::erase_if(views, [&](const ViewState& view) {
        return std::ranges::any_of(view.objects, [&](const std::string& shown) { return shown == id; });
    });
}

}  // namespace horo
