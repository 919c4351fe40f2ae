// Throws when it runs, and when it is asked what that costs.
#include "tests/plugins/samples/sample.h"

namespace {
struct ThrowsWhenRun : horo::SampleMethod {
    ThrowsWhenRun() : SampleMethod("chunk.throws-when-run") {}
    horo::Estimate estimate(const horo::Inputs&, const horo::Parameters&,
                            const horo::Conditions&) const override {
        throw std::runtime_error("no estimate");
    }
    horo::Result<horo::Outcome> run(const horo::Inputs&, const horo::Parameters&,
                                    horo::Context&) const override {
        throw std::out_of_range("row 7 of 3");
    }
};
HOROCYCLE_METHOD(ThrowsWhenRun);
}  // namespace
