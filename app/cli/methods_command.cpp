#include <fmt/format.h>

#include "app/cli/commands.h"
#include "app/cli/terminal.h"
#include "core/method/registry.h"

namespace horo::cli {

namespace {

std::string rangeText(const Parameter& p) {
    if (p.type == ParameterType::Choice) return fmt::format("{}", fmt::join(p.choices, ", "));
    if (p.type == ParameterType::Boolean) return "true, false";
    if (p.low && p.high) return fmt::format("{} to {}", *p.low, *p.high);
    return std::string(parameterTypeName(p.type));
}

void printPorts(const char* title, const std::vector<Port>& ports) {
    for (const auto& port : ports) {
        std::vector<std::string_view> kinds;
        for (const Kind kind : port.kinds)
            kinds.push_back(kindName(kind));
        fmt::print("{:<8} {}: {}{}  {}\n", title, port.name, fmt::join(kinds, " or "),
                   port.required ? "" : ", optional", port.help);
        title = "";
    }
}

void printOne(const Declaration& d, const std::string& origin) {
    fmt::print("{}  {}\n{}\n{}; {}, version {}\n\n", d.id, d.title, d.summary, d.citation, origin, d.version);
    printPorts("inputs", d.inputs);
    printPorts("output", d.outputs);
    if (!d.parameters.empty()) fmt::print("\n");
    for (const auto& p : d.parameters)
        fmt::print("  {:<12} {:<10} {}  [{}{}]\n", p.name, toText(p.fallback), p.help, rangeText(p),
                   p.unit.empty() ? "" : "; " + p.unit);
}

}  // namespace

Result<int> methods(const MethodsOptions& options) {
    if (!options.id.empty())
        if (const auto found = Registry::global().find(options.id); !found) return found.error();
    nlohmann::json list = nlohmann::json::array();
    std::vector<std::pair<std::string, std::string>> rows;
    for (const auto& entry : Registry::global().entries()) {
        const Declaration& d = entry.method->declaration();
        if (!options.id.empty() && d.id != options.id) continue;
        if (options.json) {
            list.push_back(toJson(d));
            list.back()["origin"] = entry.origin;
        } else if (!options.id.empty()) {
            printOne(d, entry.origin);
        } else {
            rows.emplace_back(d.id, d.summary);
        }
    }
    if (options.json)
        fmt::print("{}\n", nlohmann::json({{"methods", list}}).dump(2));
    else
        printPairs(rows);
    return 0;
}

}  // namespace horo::cli
