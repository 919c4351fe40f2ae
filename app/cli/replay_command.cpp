#include <fmt/format.h>

#include "app/cli/commands.h"
#include "app/cli/terminal.h"
#include "core/base/file.h"
#include "core/io/writer.h"
#include "core/method/replay.h"
#include "core/session/session.h"

namespace horo::cli {

namespace {

using nlohmann::json;

/// A name for a file from the name of an object.
std::string fileName(const std::string& object, Kind kind) {
    std::string name;
    for (const char c : object)
        name += std::isalnum(static_cast<unsigned char>(c)) || c == '-' || c == '.' ? c : '_';
    return name + std::string(endingOf(kind));
}

Result<void> writeOutputs(const ReplayResult& result, const std::filesystem::path& folder) {
    std::error_code failed;
    std::filesystem::create_directories(folder, failed);
    if (failed)
        return inputError("the folder cannot be made: " + failed.message(), "choose another place",
                          folder.string());
    for (const auto& step : result.steps) {
        const Kind kind = kindOf(step.output);
        if (kind == Kind::None) continue;
        const auto path = folder / fileName(step.object, kind);
        const auto bytes = payloadBytes(step.output, path);
        if (!bytes) return bytes.error();
        if (auto written = writeFile(path, *bytes); !written) return written.error();
    }
    return {};
}

}  // namespace

Result<int> replay(const ReplayOptions& options) {
    const auto workspace = loadSession(options.session);
    if (!workspace) return workspace.error();
    const auto result = horo::replay(*workspace, [](const Conditions& conditions) {
        return std::make_unique<TerminalContext>(conditions);
    });
    if (!result) return result.error();
    if (interrupted()) return cancelledError();
    if (!options.out.empty())
        if (auto written = writeOutputs(*result, options.out); !written) return written.error();
    bool same = true;
    json steps = json::array();
    std::vector<std::pair<std::string, std::string>> rows;
    for (const auto& step : result->steps) {
        same = same && step.same;
        json differences = json::object();
        std::string text;
        for (const auto& [key, values] : step.differences) {
            differences[key] = {values.first, values.second};
            text += fmt::format("; {}: {} -> {}", key, values.first.dump(), values.second.dump());
        }
        steps.push_back({{"object", step.object},
                         {"same", step.same},
                         {"differences", differences},
                         {"seconds", step.seconds}});
        rows.emplace_back(step.object, (step.same ? "same" : "different") + text);
    }
    if (options.json) {
        fmt::print("{}\n", json({{"steps", steps}, {"warnings", result->warnings}})
                               .dump(2, ' ', false, json::error_handler_t::replace));
    } else {
        for (const auto& warning : result->warnings)
            rows.emplace_back("warning", warning);
        if (rows.empty()) rows.emplace_back("nothing", "the session holds nothing that was computed");
        printPairs(rows);
    }
    return same ? 0 : 5;
}

}  // namespace horo::cli
