#include <fmt/format.h>

#include <algorithm>

#include "app/cli/commands.h"
#include "app/cli/terminal.h"
#include "core/io/preview.h"

namespace horo::cli {

namespace {

void addFound(const char* key, const Found& found, nlohmann::json& details) {
    if (found.count == 0) return;
    details[key] = found.first;
    if (found.count > found.first.size())
        details[key].push_back(fmt::format("and {} more", found.count - found.first.size()));
}

constexpr size_t rowsPrinted = 5;

void addMatching(const Matching& matching, Report& report, nlohmann::json& details) {
    const auto count = [&](const char* key, size_t n, const char* which) {
        report.add(key, static_cast<double>(n), fmt::format("{} of the rows {}", matching.what, which));
    };
    count("matched", matching.names.matched(), "that mean one node");
    count("missing", matching.names.missing.size(), "that no node answers to");
    count("ambiguous", matching.names.ambiguous.size(), "that several nodes answer to");
    details["hierarchy"] = matching.hierarchy;
    details["matched_by"] = matching.what;
    if (!matching.firstMissing.empty()) details["missing"] = matching.firstMissing;
    if (!matching.firstAmbiguous.empty()) details["ambiguous"] = matching.firstAmbiguous;
}

/// What a person checks before taking the source: its first rows, what is odd, what could be chosen.
void addUnderstanding(const Preview& seen, nlohmann::json& details) {
    for (const auto& choice : seen.choices) {
        auto others = choice.alternatives;
        std::erase(others, choice.value);
        if (choice.isOpen) others.emplace_back("...");
        details["choices"].push_back(fmt::format("{}={} ({}){}{}", choice.key, choice.value, choice.by,
                                                 others.empty() ? "" : "; or ", fmt::join(others, ", ")));
    }
    if (seen.embedding && !seen.embedding->firstRows.empty()) {
        details["first_rows"].push_back(fmt::format("{}", fmt::join(seen.embedding->header, "  ")));
        for (size_t row = 0; row < std::min(seen.embedding->firstRows.size(), rowsPrinted); ++row)
            details["first_rows"].push_back(
                fmt::format("{}", fmt::join(seen.embedding->firstRows[row], "  ")));
    }
    if (!seen.outline) return;
    for (const auto& row : seen.rows)
        details["first_rows"].push_back(
            row.line == 0 ? row.became : fmt::format("{}: {} -> {}", row.line, row.text, row.became));
    addFound("roots", seen.outline->roots, details);
    addFound("orphans", seen.outline->orphans, details);
    addFound("several_parents", seen.outline->severalParents, details);
    addFound("duplicate_edges", seen.outline->duplicateEdges, details);
    addFound("self_edges", seen.outline->selfEdges, details);
}

}  // namespace

Result<int> info(const InfoOptions& options) {
    auto seen = preview(options.source, {}, UINT64_MAX);
    if (!seen) return seen.error();
    if (seen->error) return *seen->error;
    Opened* const opened = &*seen->opened;
    addUnderstanding(*seen, opened->details);
    Report report = describe(opened->payload);
    if (opened->matching) addMatching(*opened->matching, report, opened->details);
    const std::string kind(kindName(kindOf(opened->payload)));
    if (options.json) {
        fmt::print("{}\n", nlohmann::json({{"source", options.source},
                                           {"sha256", opened->origin.sha256},
                                           {"kind", kind},
                                           {"format", opened->format},
                                           {"results", resultsToJson(report)},
                                           {"details", opened->details},
                                           {"warnings", opened->warnings}})
                               .dump(2, ' ', false, nlohmann::json::error_handler_t::replace));
        return 0;
    }
    std::vector<std::pair<std::string, std::string>> rows{{"source", options.source},
                                                          {"sha256", opened->origin.sha256},
                                                          {"kind", kind},
                                                          {"format", opened->format}};
    const auto text = [](const nlohmann::json& value) {
        return value.is_string() ? value.get<std::string>() : value.dump();
    };
    for (const auto& [key, value] : opened->details.items())
        if (value.is_array())
            for (size_t i = 0; i < value.size(); ++i)
                rows.emplace_back(i == 0 ? key : "", text(value[i]));
        else
            rows.emplace_back(key, text(value));
    for (auto& row : rowsOf(report))
        rows.push_back(std::move(row));
    for (const auto& warning : opened->warnings)
        rows.emplace_back("warning", warning);
    printPairs(rows);
    return 0;
}

}  // namespace horo::cli
