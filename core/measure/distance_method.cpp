// measure.distance: distances of given pairs.
#include <fmt/format.h>

#include "core/method/registry.h"

namespace horo {

namespace {

class MeasureDistance final : public Method {
public:
    const Declaration& declaration() const override {
        static const Declaration d = [] {
            Declaration d;
            d.id = "measure.distance";
            d.version = "1";
            d.title = "Distances of pairs";
            d.summary = "The distance of each given pair of rows under the embedding's own geometry.";
            d.citation = "Nickel & Kiela 2017, eq. 1; 2018, eq. 5";
            d.inputs = {{"embedding", {Kind::Embedding}, "the rows"},
                        {"pairs", {Kind::Table}, "two ids a line"}};
            d.outputs = {{"distances", {Kind::Table}, "id, id, distance; no head line"}};
            return d;
        }();
        return d;
    }

    Result<Outcome> run(const Inputs& inputs, const Parameters&, Context& context) const override {
        const auto embedding = inputs.embedding("embedding");
        const auto pairs = inputs.table("pairs");
        if (auto usable = requireUsable(*embedding); !usable) return usable.error();
        if (pairs->rows() > 0 && pairs->columns.size() < 2)
            return inputError("the pairs have one column", "write two ids a line, parted by a tab");
        auto distances = std::make_shared<Table>();
        distances->header = false;
        std::vector<std::string> first, second;
        std::vector<double> values;
        for (size_t i = 0; i < pairs->rows(); ++i) {
            if (i % 4096 == 0 && !context.keepGoing()) return cancelledError();
            size_t rows[2];
            for (const size_t side : {0u, 1u}) {
                const auto& id = std::get<std::vector<std::string>>(pairs->columns[side].values)[i];
                const auto row = embedding->items->rowOf(std::string_view(id));
                if (!row)
                    return inputError(
                        fmt::format("pair {} names '{}', which is no row of the embedding", i + 1, id),
                        "use the ids of the embedding");
                rows[side] = *row;
            }
            first.push_back(embedding->items->name(rows[0]));
            second.push_back(embedding->items->name(rows[1]));
            values.push_back(embedding->distance(rows[0], rows[1]));
        }
        Outcome outcome;
        outcome.report.add("pairs", static_cast<double>(values.size()), "lines of the table of pairs");
        distances->columns = {
            {"a", std::move(first)}, {"b", std::move(second)}, {"distance", std::move(values)}};
        outcome.output = std::shared_ptr<const Table>(std::move(distances));
        return outcome;
    }
};

HOROCYCLE_METHOD(MeasureDistance);

}  // namespace

}  // namespace horo
