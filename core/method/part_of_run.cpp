#include "core/method/part_of_run.h"

#include <fmt/format.h>

namespace horo {

PartOfRun::PartOfRun(Context& whole, double begin, double end, std::string doing)
    : Context(whole.conditions()), whole_(whole), begin_(begin), end_(end), doing_(std::move(doing)) {}

void PartOfRun::progress(const Progress& progress) {
    Progress of = progress;
    of.share = begin_ + (end_ - begin_) * progress.share;
    if (!doing_.empty())
        of.doing = progress.doing.empty() ? doing_ : fmt::format("{}: {}", doing_, progress.doing);
    of.left.reset();
    whole_.progress(of);
}

std::function<bool(double)> keepTelling(Context& context, std::string doing) {
    return [&context, doing = std::move(doing)](double share) {
        context.progress({share, doing, {}});
        return context.keepGoing();
    };
}

}  // namespace horo
