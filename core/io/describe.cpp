#include <algorithm>

#include "core/base/file.h"
#include "core/hierarchy/closure.h"
#include "core/io/reader.h"

namespace horo {

namespace {

void describeHierarchy(const Hierarchy& h, Report& report) {
    const auto count = [&](const char* key, size_t n, const char* convention) {
        report.add(key, static_cast<double>(n), convention);
    };
    count("nodes", h.size(), "different nodes");
    count("edges", h.edgeCount(), "different parent-child pairs");
    count("roots", h.roots().size(), "nodes without a parent");
    count("leaves", h.leafCount(), "nodes without a child");
    count("max_depth", static_cast<size_t>(h.maxDepth()), "longest path, in edges");
    count("multi_parent_nodes", h.multiParentCount(), "nodes with more than one parent");
    count("closure_pairs", closurePairCount(h), "pairs of a node and a proper ancestor");
}

void describeEmbedding(const Embedding& e, Report& report) {
    const size_t nonFinite = e.vectors.nonFiniteRows().size();
    const bool isFlat = e.manifold.kind() == ManifoldKind::Euclidean;
    const size_t outside = isFlat ? 0 : unusableRows(e).size() - nonFinite;
    report.add("rows", static_cast<double>(e.rows()), "items with a vector");
    report.add("columns", static_cast<double>(e.columns()), "numbers a row");
    report.add("non_finite", static_cast<double>(nonFinite), "rows with a NaN or an infinity");
    if (nonFinite > 0)
        report.warnings.push_back(
            std::to_string(nonFinite) +
            " rows hold NaN or infinity: methods refuse them (?non_finite=drop leaves them out)");
    if (outside > 0)
        report.warnings.push_back(std::to_string(outside) +
                                  " rows lie on or outside the rim of the space: methods refuse them");
}

void describeText(const Text& text, Report& report) {
    report.add("bytes", static_cast<double>(text.bytes.size()), "bytes of the file");
    report.add("lines", static_cast<double>(text.pieces.size()), "texts: lines, or rows of the column");
    const size_t wrong = firstInvalidUtf8(text.bytes);
    const auto isLead = [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; };
    if (wrong == std::string::npos)
        report.add("characters", static_cast<double>(std::ranges::count_if(text.bytes, isLead)),
                   "Unicode code points");
    else
        report.addUndefined("characters", "byte " + std::to_string(wrong) + " is not UTF-8",
                            "Unicode code points");
}

void describeSegmentation(const Segmentation& s, Report& report) {
    report.add("length", static_cast<double>(s.length), "positions of the sequence",
               std::string(sequenceUnitName(s.unit)));
    report.add("levels", static_cast<double>(s.levels.size()), "ways to cut it, each inside the next");
    report.add("units", s.levels.empty() ? 0 : static_cast<double>(s.levels.front().size()),
               "spans of the finest level");
    report.add("inventory", static_cast<double>(s.inventory.size()), "different labels");
}

}  // namespace

Report describe(const Payload& payload) {
    Report report;
    if (const auto* hierarchy = std::get_if<std::shared_ptr<const Hierarchy>>(&payload))
        describeHierarchy(**hierarchy, report);
    else if (const auto* embedding = std::get_if<std::shared_ptr<const Embedding>>(&payload))
        describeEmbedding(**embedding, report);
    else if (const auto* text = std::get_if<std::shared_ptr<const Text>>(&payload))
        describeText(**text, report);
    else if (const auto* segmentation = std::get_if<std::shared_ptr<const Segmentation>>(&payload))
        describeSegmentation(**segmentation, report);
    else if (const auto* arrays = std::get_if<std::shared_ptr<const Arrays>>(&payload))
        report.add("arrays", static_cast<double>((*arrays)->arrays.size()), "named arrays");
    else if (const auto* table = std::get_if<std::shared_ptr<const Table>>(&payload)) {
        report.add("rows", static_cast<double>((*table)->rows()), "lines of the table");
        report.add("columns", static_cast<double>((*table)->columns.size()), "columns of the table");
    }
    return report;
}

}  // namespace horo
