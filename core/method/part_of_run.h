// A stretch of a run, for methods that do one thing after the other.
#pragma once

#include <functional>

#include "core/method/context.h"

namespace horo {

/// Tells its progress as the part of the whole run from `begin` to `end` (shares), after `doing` in words.
class HOROCYCLE_EXPORT PartOfRun final : public Context {
public:
    PartOfRun(Context& whole, double begin, double end, std::string doing = {});

    bool keepGoing() override { return whole_.keepGoing(); }
    void progress(const Progress& progress) override;
    void log(std::string_view line) override { whole_.log(line); }

private:
    Context& whole_;
    double begin_, end_;
    std::string doing_;
};

/// For a loop that tells its share of the work and asks whether to go on: passes both on to the context,
/// which must outlive it. `doing` is what the loop does, in words.
HOROCYCLE_EXPORT std::function<bool(double share)> keepTelling(Context& context, std::string doing);

}  // namespace horo
