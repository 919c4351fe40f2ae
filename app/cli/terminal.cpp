#include "app/cli/terminal.h"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <cmath>
#include <csignal>
#include <cstdio>

namespace horo::cli {

namespace {

std::atomic<bool> stopAsked{false};

void onInterrupt(int) {
    if (stopAsked.exchange(true)) _exit(130);
}

std::string textOf(double value) {
    if (std::abs(value) < 1e15 && value == std::floor(value)) return fmt::format("{:.0f}", value);
    return fmt::format("{:.6g}", value);
}

}  // namespace

void catchInterrupt() {
    std::signal(SIGINT, onInterrupt);
}

bool interrupted() {
    return stopAsked;
}

TerminalContext::TerminalContext(Conditions conditions)
    : Context(std::move(conditions)), terminal_(isatty(STDERR_FILENO) == 1) {}

TerminalContext::~TerminalContext() {
    if (drawn_) std::fputs("\r\033[K", stderr);
}

void TerminalContext::measure(std::string_view curve, double x, double y) {
    MeasuredCurve& points = curves_[std::string(curve)];
    points.x.push_back(x);
    points.y.push_back(y);
}

void TerminalContext::progress(const Progress& at) {
    planned_ = at.total;
    const auto now = std::chrono::steady_clock::now();
    if (!terminal_ || (drawn_ && now - last_ < std::chrono::milliseconds(100))) return;
    last_ = now;
    drawn_ = true;
    constexpr int width = 30;
    const int done = static_cast<int>(std::clamp(at.share, 0.0, 1.0) * width);
    std::string line =
        fmt::format("\r\033[K[{}{}] {:3.0f} %  {}", std::string(static_cast<size_t>(done), '='),
                    std::string(static_cast<size_t>(width - done), ' '), at.share * 100, at.doing);
    if (at.left) line += fmt::format(", {:.0f} s left", *at.left);
    std::fputs(line.c_str(), stderr);
    std::fflush(stderr);
}

nlohmann::json numberToJson(const std::optional<double>& value) {
    if (!value || !std::isfinite(*value)) return nullptr;
    if (std::abs(*value) < 9e15 && *value == std::floor(*value)) return static_cast<int64_t>(*value);
    return *value;
}

nlohmann::json resultsToJson(const Report& report) {
    nlohmann::json results = nlohmann::json::object();
    for (const auto& score : report.scores)
        results[score.key] = numberToJson(score.value);
    return results;
}

nlohmann::json aboutToJson(const Report& report) {
    nlohmann::json about = nlohmann::json::object();
    for (const auto& score : report.scores) {
        nlohmann::json entry = {{"convention", score.convention}, {"unit", score.unit}};
        entry["n"] = score.n > 0 ? nlohmann::json(score.n) : nlohmann::json();
        entry["interval"] = score.interval ? nlohmann::json({score.interval->first, score.interval->second})
                                           : nlohmann::json();
        if (score.p) entry["p"] = numberToJson(score.p);
        if (score.pHolm) entry["p_holm"] = numberToJson(score.pHolm);
        about[score.key] = std::move(entry);
    }
    if (const auto& verdict = report.verdict)
        about["verdict"] = {{"convention", verdict->sentence},
                            {"answer", answerName(verdict->answer)},
                            {"unit", ""},
                            {"n", nullptr},
                            {"interval", nullptr}};
    return about;
}

void printPairs(const std::vector<std::pair<std::string, std::string>>& rows) {
    size_t width = 0;
    for (const auto& [key, value] : rows)
        width = std::max(width, key.size());
    for (const auto& [key, value] : rows)
        fmt::print("{:<{}}  {}\n", key, width, value);
}

std::vector<std::pair<std::string, std::string>> rowsOf(const Report& report) {
    std::vector<std::pair<std::string, std::string>> rows;
    for (const auto& score : report.scores) {
        std::string value = score.value ? textOf(*score.value) : "not defined";
        if (!score.unit.empty()) value += " " + score.unit;
        if (score.n > 0) value += fmt::format("  (n = {})", score.n);
        rows.emplace_back(score.key, fmt::format("{:<24} {}", value, score.convention));
    }
    if (report.verdict) rows.emplace_back("verdict", report.verdict->sentence);
    return rows;
}

}  // namespace horo::cli
