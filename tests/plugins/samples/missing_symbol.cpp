// Calls a function that is nowhere.
#include "tests/plugins/samples/sample.h"

namespace horo {
size_t functionThatIsNowhere(const Text& text);
}

namespace {
struct MissingSymbol : horo::SampleMethod {
    MissingSymbol() : SampleMethod("chunk.missing-symbol") {}
    horo::Result<horo::Outcome> run(const horo::Inputs& inputs, const horo::Parameters&,
                                    horo::Context&) const override {
        horo::Outcome outcome;
        outcome.report.add("x", static_cast<double>(horo::functionThatIsNowhere(*inputs.text("text"))),
                           "none");
        return outcome;
    }
};
HOROCYCLE_METHOD(MissingSymbol);
}  // namespace
