// Makes a row of NaN.
#include <limits>

#include "tests/plugins/samples/sample.h"

namespace {
struct NanRows : horo::SampleEmbedding {
    NanRows() : SampleEmbedding("embed.nan-rows") {}
    horo::Result<horo::Outcome> run(const horo::Inputs&, const horo::Parameters&,
                                    horo::Context&) const override {
        return embedding(
            {"a"}, horo::Vectors(1, 2, std::vector<double>{0, std::numeric_limits<double>::quiet_NaN()}));
    }
};
HOROCYCLE_METHOD(NanRows);
}  // namespace
