// What all readers of hierarchies share: first a draft, then the hierarchy.
#pragma once

#include "core/io/hierarchy_draft.h"
#include "core/io/reader.h"

namespace horo {

class HOROCYCLE_EXPORT HierarchyReader : public Reader {
public:
    std::vector<Kind> kinds() const override { return {Kind::Hierarchy}; }
    Result<Opened> read(const Source& source, Kind wanted) const override;

    /// Whether the first lines of a file are a file of this format, so that a beginning can be looked at.
    virtual bool readsLineByLine() const { return false; }
    /// Reads at most the whole lines among the first `limit` bytes, where readsLineByLine().
    virtual Result<HierarchyDraft> draft(const Source& source, uint64_t limit) const = 0;
};

/// The usual case: the source is one file of text.
class HOROCYCLE_EXPORT TextHierarchyReader : public HierarchyReader {
public:
    Result<HierarchyDraft> draft(const Source& source, uint64_t limit) const override;

protected:
    virtual Result<HierarchyDraft> understand(const Source& source, const std::string& text) const = 0;
};

/// The hierarchy of a draft. Error: no node, or a cycle, at the line of one of its edges.
HOROCYCLE_EXPORT Result<Opened> openDraft(const Source& source, HierarchyDraft draft);

}  // namespace horo
