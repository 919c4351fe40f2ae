// Runs for a second and a half without asking whether to stop.
#include <chrono>
#include <thread>

#include "tests/plugins/samples/sample.h"

namespace {
struct Stubborn : horo::SampleMethod {
    Stubborn() : SampleMethod("chunk.stubborn") {}
    horo::Result<horo::Outcome> run(const horo::Inputs& inputs, const horo::Parameters& parameters,
                                    horo::Context& context) const override {
        std::this_thread::sleep_for(std::chrono::milliseconds(1500));
        horo::Context deaf(context.conditions());
        return SampleMethod::run(inputs, parameters, deaf);
    }
};
HOROCYCLE_METHOD(Stubborn);
}  // namespace
