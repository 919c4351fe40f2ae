// What a reader understood of a source before it is a hierarchy.
#pragma once

#include <algorithm>
#include <cstdint>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/data/workspace.h"
#include "core/hierarchy/hierarchy.h"
#include "core/io/reading_choice.h"

namespace horo {

/// One line of the file and what was made of it.
struct UnderstoodRow {
    size_t line = 0;     ///< from 1; 0 = the source has no lines
    std::string text;    ///< as it stands in the file, shortened
    std::string became;  ///< "parent > child", a path, "names of the columns"
};

/// Edges are as they stand: they may repeat, lead from a node to itself, or form cycles.
struct HierarchyDraft {
    static constexpr size_t shownRows = 20;

    std::vector<std::string> names;      ///< different ones, node v is names[v]
    std::vector<Hierarchy::Edge> edges;  ///< between them
    std::vector<uint32_t> edgeLines;     ///< the line of each edge; empty where there are none
    Hierarchy::Texts texts;
    std::vector<UnderstoodRow> rows;  ///< the first ones; their text is filled in later
    std::vector<ReadingChoice> choices;
    std::vector<std::string> warnings;
    nlohmann::json details = nlohmann::json::object();
    Origin origin;
    std::string title;  ///< for the workspace; empty = that of the source

    /// Keeps the first `shownRows`.
    bool wantsRows() const { return rows.size() < shownRows; }
    void addRow(size_t line, std::string became) {
        if (wantsRows()) rows.push_back({line, {}, std::move(became)});
    }
    void addEdge(Node parent, Node child, size_t line) {
        edges.push_back({parent, child});
        edgeLines.push_back(static_cast<uint32_t>(std::min<size_t>(line, UINT32_MAX)));
    }
};

/// Gives the rows their text out of the file; where the reader kept none, the first edges are the rows.
HOROCYCLE_EXPORT void showRows(HierarchyDraft& draft, std::string_view text);

}  // namespace horo
