// Makes three rows for two ids.
#include "tests/plugins/samples/sample.h"

namespace {
struct WrongShape : horo::SampleEmbedding {
    WrongShape() : SampleEmbedding("embed.wrong-shape") {}
    horo::Result<horo::Outcome> run(const horo::Inputs&, const horo::Parameters&,
                                    horo::Context&) const override {
        return embedding({"a", "b"}, horo::Vectors(3, 1, std::vector<double>{1, 2, 3}));
    }
};
HOROCYCLE_METHOD(WrongShape);
}  // namespace
