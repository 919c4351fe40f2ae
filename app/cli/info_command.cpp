#include <fmt/format.h>

#include "app/cli/commands.h"
#include "app/cli/terminal.h"
#include "core/io/reader.h"

namespace horo::cli {

Result<int> info(const InfoOptions& options) {
    auto opened = openSource(options.source);
    if (!opened) return opened.error();
    const Report report = describe(opened->payload);
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
    for (const auto& [key, value] : opened->details.items())
        rows.emplace_back(key, value.is_string() ? value.get<std::string>() : value.dump());
    for (auto& row : rowsOf(report))
        rows.push_back(std::move(row));
    for (const auto& warning : opened->warnings)
        rows.emplace_back("warning", warning);
    printPairs(rows);
    return 0;
}

}  // namespace horo::cli
