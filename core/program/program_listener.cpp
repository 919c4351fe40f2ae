#include "core/program/program_listener.h"

#include <fmt/format.h>

#include "core/program/program_line.h"
#include "core/program/written_files.h"

namespace horo {

namespace {

constexpr size_t mostLogged = 2000, mostPoints = 1'000'000, mostCurves = 100, mostWarnings = 100;
constexpr size_t tailLines = 20, tailWidth = 300;

template <class... F>
struct Overloaded : F... {
    using F::operator()...;
};
template <class... F>
Overloaded(F...) -> Overloaded<F...>;  // clang 14 needs it said

}  // namespace

ProgramListener::ProgramListener(Context& context, const ProgramDescription& description,
                                 std::filesystem::path folder)
    : context_(context), description_(description), folder_(std::move(folder)) {}

void ProgramListener::hear(Stream stream, std::string_view bytes) {
    heard_ = Clock::now();
    buffers_[static_cast<size_t>(stream)].add(bytes, [&](std::string_view line) { take(stream, line); });
}

void ProgramListener::end() {
    for (const Stream stream : {Stream::Output, Stream::Error})
        buffers_[static_cast<size_t>(stream)].end([&](std::string_view line) { take(stream, line); });
}

double ProgramListener::secondsOfSilence() const {
    return std::chrono::duration<double>(Clock::now() - heard_).count();
}

void ProgramListener::take(Stream stream, std::string_view line) {
    const auto keep = [](Tail& tail, std::string text) {
        if (text.find_first_not_of(" \t") == std::string::npos) return;
        tail.push_back(std::move(text));
        if (tail.size() > tailLines) tail.pop_front();
    };
    if (stream == Stream::Output) {
        keep(output_, printable(line.substr(0, tailWidth)));
        return;
    }
    ProgramLine spoken = parseProgramLine(line);
    std::visit(Overloaded{[&](SaidProgress& said) { takeProgress(said.share, std::move(said.doing)); },
                          [&](SaidMeasure& said) { takeMeasure(said.curve, said.x, said.y); },
                          [&](SaidPicture& said) { takePicture(said.file); },
                          [&](SaidWarning& said) { takeWarning(std::move(said.text)); },
                          [&](SaidText& said) {
                              keep(errors_, printable(line.substr(0, tailWidth)));
                              log(said.text);
                          }},
               spoken);
}

void ProgramListener::takeProgress(double share, std::string doing) {
    Progress progress{share, std::move(doing), std::nullopt, 0};
    const double passed = std::chrono::duration<double>(Clock::now() - start_).count();
    if (share > 0.01 && passed > 1) progress.left = passed * (1 - share) / share;
    context_.progress(progress);
}

void ProgramListener::takeMeasure(const std::string& curve, double x, double y) {
    if (measured_ == mostPoints) return;
    if (!curves_.contains(curve)) {
        if (curves_.size() == mostCurves) return;
        curves_.insert(curve);
    }
    context_.measure(curve, x, y);
    if (++measured_ == mostPoints) log("more points of curves are left out");
}

void ProgramListener::takePicture(const std::string& file) {
    if (description_.declaration.outputs.empty() || !context_.wantsPicture()) return;
    auto opened = openWritten(folder_ / file, description_.declaration.outputs.front().kinds, true);
    if (opened)
        context_.publish(std::move(opened->payload));
    else
        log(fmt::format("a picture is left out: {}", opened.error().text()));
}

void ProgramListener::takeWarning(std::string text) {
    if (warnings_.size() < mostWarnings)
        warnings_.push_back(std::move(text));
    else if (warnings_.size() == mostWarnings)
        warnings_.emplace_back("the program gave more warnings");
}

void ProgramListener::log(const std::string& line) {
    if (logged_ < mostLogged) context_.log(line);
    if (logged_ == mostLogged) context_.log("more lines of the program are left out");
    if (logged_ <= mostLogged) ++logged_;
}

std::string ProgramListener::lastLine() const {
    return tail().empty() ? std::string() : tail().back();
}

std::string ProgramListener::linesBefore(const std::string& otherwise) const {
    constexpr size_t most = 1000;
    std::string lines;
    const Tail& all = tail();
    for (size_t i = all.size() < 2 ? 0 : all.size() - 1; i-- > 0;) {
        if (lines.size() + all[i].size() > most) break;
        lines = lines.empty() ? all[i] : all[i] + " / " + lines;
    }
    return lines.empty() ? otherwise : "before that it wrote: " + lines;
}

}  // namespace horo
