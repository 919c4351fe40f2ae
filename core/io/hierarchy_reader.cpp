#include "core/io/hierarchy_reader.h"

#include <fmt/format.h>

#include "core/io/outline.h"

namespace horo {

Result<Opened> HierarchyReader::read(const Source& source, Kind) const {
    auto made = draft(source, UINT64_MAX);
    if (!made) return made.error();
    return openDraft(source, std::move(*made));
}

Result<HierarchyDraft> TextHierarchyReader::draft(const Source& source, uint64_t limit) const {
    Origin origin;
    const auto text = readText(source, origin, limit);
    if (!text) return text.error();
    auto made = understand(source, *text);
    if (!made) return made.error();
    made->origin = std::move(origin);
    showRows(*made, *text);
    return made;
}

Result<Opened> openDraft(const Source& source, HierarchyDraft draft) {
    Opened opened;
    auto items = Items::create(std::move(draft.names));
    if (!items) return items.error();
    auto hierarchy = Hierarchy::create(*items, draft.edges, std::move(draft.texts));
    if (!hierarchy) {
        Error error = hierarchy.error();
        draft.names = (*items)->names();
        const size_t line = outlineOf(draft).cycleLine;
        if (error.place.empty() && line > 0) error.place = fmt::format("{}:{}", source.name, line);
        return error;
    }
    opened.payload = *hierarchy;
    opened.origin = std::move(draft.origin);
    opened.name = std::move(draft.title);
    opened.warnings = std::move(draft.warnings);
    opened.details = std::move(draft.details);
    return opened;
}

}  // namespace horo
