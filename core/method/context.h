// What a running method may tell and ask of whoever runs it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "core/data/workspace.h"

namespace horo {

/// How far a run is. `left` in seconds where it can be told.
struct Progress {
    double share = 0;   ///< 0 to 1
    std::string doing;  ///< "epoch 190 of 300"
    std::optional<double> left;
    double total = 0;  ///< planned steps (epochs), the x at which curves end; 0 = not known
};

/// Resources and seed of a run. Part of the provenance.
struct Conditions {
    uint64_t seed = 0;
    int threads = 1;
    std::string device = "cpu";  ///< the one used: cpu or cuda
    bool deterministic = false;
};

/// A method asks `keepGoing` at least every 50 ms of work and returns what it has when that is false.
class HOROCYCLE_EXPORT Context {
public:
    explicit Context(Conditions conditions) : conditions_(std::move(conditions)) {}
    virtual ~Context();

    const Conditions& conditions() const { return conditions_; }
    /// False: stop now and return the last good state. Does not return while the run is paused.
    virtual bool keepGoing() { return true; }
    virtual void progress(const Progress&) {}
    /// Whether somebody would look at a picture now; making one may cost time.
    virtual bool wantsPicture() { return false; }
    /// A partial result of the kind of the method's output, for views to draw while it runs.
    virtual void publish(Payload) {}
    /// A point of a curve, such as ("loss", epoch, value).
    virtual void measure(std::string_view /*curve*/, double /*x*/, double /*y*/) {}
    virtual void log(std::string_view) {}

private:
    Conditions conditions_;
};

}  // namespace horo
