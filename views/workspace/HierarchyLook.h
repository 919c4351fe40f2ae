// What every view of one hierarchy shares: its spanning tree and the colours of its nodes.
#pragma once

#include <QColor>
#include <memory>

#include "core/colour/hierarchy_hues.h"
#include "core/hierarchy/spanning_tree.h"

namespace horo::views {

class Theme;

/// Immutable but for a cache of the last colours; made once for a hierarchy and kept while anybody shows it.
class HierarchyLook {
public:
    /// The same object for the same hierarchy, as long as somebody holds it. Made on the caller's thread:
    /// about 30 ms for 82,115 nouns.
    static std::shared_ptr<const HierarchyLook> of(const std::shared_ptr<const Hierarchy>& hierarchy);

    explicit HierarchyLook(std::shared_ptr<const Hierarchy> hierarchy);

    const Hierarchy& hierarchy() const { return *hierarchy_; }
    const SpanningTree& tree() const { return tree_; }
    const HierarchyHues& hues() const { return hues_; }
    int suggestedLevel() const { return hues_.baseLevel(); }
    /// How many branches a level has: its nodes and the leaves above it.
    size_t branchesAt(int level) const;
    /// One colour a node for the theme in use; nodes above `level` in main text.
    std::shared_ptr<const std::vector<Rgb>> colours(int level) const;
    /// The same for white paper.
    std::shared_ptr<const std::vector<Rgb>> paperColours(int level) const;
    QColor colour(Node v, int level) const;

private:
    std::shared_ptr<const std::vector<Rgb>> coloursIn(const Theme& theme, int level) const;

    std::shared_ptr<const Hierarchy> hierarchy_;
    SpanningTree tree_;
    HierarchyHues hues_;
    mutable std::shared_ptr<const std::vector<Rgb>> colours_;
    mutable int level_ = -1;
    mutable bool dark_ = false;
};

}  // namespace horo::views
