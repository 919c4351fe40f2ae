// Hears a running program and tells the context of its run.
#pragma once

#include <chrono>
#include <deque>
#include <filesystem>
#include <set>
#include <string>
#include <vector>

#include "core/method/context.h"
#include "core/program/child_process.h"
#include "core/program/line_buffer.h"
#include "core/program/program_description.h"

namespace horo {

/// Keeps little, however much a program says: lines are cut, what is beyond the limits is counted as a sign
/// of life and dropped.
class ProgramListener {
public:
    ProgramListener(Context& context, const ProgramDescription& description, std::filesystem::path folder);

    void hear(Stream stream, std::string_view bytes);
    /// Takes lines without an end.
    void end();

    /// Since it was heard last, or since the listener is there.
    double secondsOfSilence() const;
    const std::vector<std::string>& warnings() const { return warnings_; }
    /// The last line that it wrote, on standard error if there was any; may be empty.
    std::string lastLine() const;
    /// Advice for a failed run: the lines before the last one, or `otherwise`.
    std::string linesBefore(const std::string& otherwise) const;

private:
    using Clock = std::chrono::steady_clock;
    using Tail = std::deque<std::string>;

    void take(Stream stream, std::string_view line);
    void takeProgress(double share, std::string doing);
    void takeMeasure(const std::string& curve, double x, double y);
    void takePicture(const std::string& file);
    void takeWarning(std::string text);
    void log(const std::string& line);
    const Tail& tail() const { return errors_.empty() ? output_ : errors_; }

    Context& context_;
    const ProgramDescription& description_;
    std::filesystem::path folder_;
    LineBuffer buffers_[2];
    Tail output_, errors_;
    Clock::time_point start_ = Clock::now(), heard_ = start_;
    std::vector<std::string> warnings_;
    std::set<std::string> curves_;
    size_t logged_ = 0, measured_ = 0;
};

}  // namespace horo
