// What a terminal sees: progress while it runs, tables at the end, Ctrl-C in between.
#pragma once

#include <chrono>
#include <nlohmann/json.hpp>
#include <string>
#include <utility>
#include <vector>

#include "core/data/report.h"
#include "core/method/context.h"

namespace horo::cli {

/// Ctrl-C asks for an orderly end from now on; a second one ends at once.
void catchInterrupt();
bool interrupted();

/// A context that draws progress on standard error where that is a terminal, and stops on Ctrl-C.
class TerminalContext final : public Context {
public:
    explicit TerminalContext(Conditions conditions);
    ~TerminalContext() override;
    bool keepGoing() override { return !interrupted(); }
    void progress(const Progress& progress) override;
    void measure(std::string_view curve, double x, double y) override;
    /// What the run measured on its way, for the session.
    const Curves& curves() const { return curves_; }
    double planned() const { return planned_; }

private:
    bool terminal_;
    bool drawn_ = false;
    Curves curves_;
    double planned_ = 0;
    std::chrono::steady_clock::time_point last_{};
};

/// Whole numbers without a point, undefined ones as null.
nlohmann::json numberToJson(const std::optional<double>& value);
nlohmann::json resultsToJson(const Report& report);
nlohmann::json aboutToJson(const Report& report);

/// Two columns, the second starting at one place.
void printPairs(const std::vector<std::pair<std::string, std::string>>& rows);
std::vector<std::pair<std::string, std::string>> rowsOf(const Report& report);

}  // namespace horo::cli
