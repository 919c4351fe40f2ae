// measure.alignment: whether pairs lie close and all rows spread out.
#include <fmt/format.h>

#include <cmath>

#include "core/base/parallel.h"
#include "core/measure/pair_draw.h"
#include "core/method/registry.h"

namespace horo {

namespace {

constexpr const char* alignmentConvention = "mean |x - y|^2 over the given pairs, rows scaled to unit length";
constexpr const char* uniformityConvention =
    "log mean exp(-2 |x - y|^2) over pairs i < j, or two million drawn ones of more than 5,000 rows, rows "
    "scaled to unit length";
constexpr size_t drawnPairs = 2'000'000;

/// Rows of unit length. Error: a row of zeros.
Result<std::vector<double>> unitRows(const Embedding& embedding) {
    std::vector<double> values = embedding.vectors.toDouble();
    const size_t columns = embedding.columns();
    for (size_t i = 0; i < embedding.rows(); ++i) {
        const std::span<double> row(values.data() + i * columns, columns);
        double length = 0;
        for (const double value : row)
            length = std::hypot(length, value);
        if (length == 0)
            return inputError(
                fmt::format("row \"{}\" is zero and has no direction", embedding.items->name(i)),
                "leave it out", fmt::format("row {}", i));
        for (double& value : row)
            value /= length;
    }
    return values;
}

class MeasureAlignment final : public Method {
public:
    const Declaration& declaration() const override {
        static const Declaration d = [] {
            Declaration d;
            d.id = "measure.alignment";
            d.version = "1";
            d.title = "Alignment and uniformity";
            d.summary = "How close given pairs lie on the sphere, and how evenly all rows fill it.";
            d.citation = "Wang & Isola 2020";
            d.inputs = {{"embedding", {Kind::Embedding}, "the rows"},
                        {"pairs", {Kind::Table}, "two ids a line"}};
            return d;
        }();
        return d;
    }

    Inputs sampleInputs() const override {
        Embedding embedding;
        embedding.items = *Items::create({"a", "b", "c", "d"});
        embedding.vectors = Vectors(4, 2, std::vector<double>{1, 0, 0, 1, -1, 0, .5, .5});
        Inputs inputs;
        inputs.set("embedding", std::make_shared<const Embedding>(std::move(embedding)));
        Table pairs;
        pairs.columns = {{"a", std::vector<std::string>{"a", "b"}},
                         {"b", std::vector<std::string>{"d", "c"}}};
        inputs.set("pairs", std::make_shared<const Table>(std::move(pairs)));
        return inputs;
    }

    Result<Outcome> run(const Inputs& inputs, const Parameters&, Context& context) const override {
        const auto embedding = inputs.embedding("embedding");
        if (const auto usable = requireUsable(*embedding); !usable) return usable.error();
        const auto rows = unitRows(*embedding);
        if (!rows) return rows.error();
        const auto pairs = pairsOf(*embedding, *inputs.table("pairs"));
        if (!pairs) return pairs.error();
        if (!context.keepGoing()) return cancelledError();
        const auto squared = [&](const RowPair& pair) {
            double sum = 0;
            for (size_t j = 0; j < embedding->columns(); ++j) {
                const double difference = (*rows)[pair.first * embedding->columns() + j] -
                                          (*rows)[pair.second * embedding->columns() + j];
                sum += difference * difference;
            }
            return sum;
        };
        Outcome outcome;
        if (pairs->empty()) {
            outcome.report.addUndefined("alignment", "there are no pairs", alignmentConvention);
        } else {
            double sum = 0;
            for (const RowPair& pair : *pairs)
                sum += squared(pair);
            outcome.report.add("alignment", sum / static_cast<double>(pairs->size()), alignmentConvention, "",
                               static_cast<int64_t>(pairs->size()));
        }
        const auto drawn = scoredPairs(embedding->rows(), drawnPairs, context.conditions().seed);
        if (drawn.empty()) {
            outcome.report.addUndefined("uniformity", "there are fewer than two rows", uniformityConvention);
            return outcome;
        }
        std::vector<double> terms(drawn.size());
        if (!parallelWhile([&] { return context.keepGoing(); }, drawn.size(), 8192,
                           context.conditions().threads,
                           [&](size_t begin, size_t end) {
                               for (size_t p = begin; p < end; ++p)
                                   terms[p] = std::exp(-2 * squared(drawn[p]));
                           }))
            return cancelledError();
        double sum = 0;
        for (const double term : terms)
            sum += term;
        outcome.report.add("uniformity", std::log(sum / static_cast<double>(drawn.size())),
                           uniformityConvention, "", static_cast<int64_t>(drawn.size()));
        return outcome;
    }

private:
    static Result<std::vector<RowPair>> pairsOf(const Embedding& embedding, const Table& table) {
        std::vector<RowPair> pairs;
        if (table.rows() == 0) return pairs;
        if (table.columns.size() < 2 || table.columns[0].values.index() != 0 ||
            table.columns[1].values.index() != 0)
            return inputError("the pairs are not two columns of ids",
                              "write two ids a line, parted by a tab");
        for (size_t i = 0; i < table.rows(); ++i) {
            uint32_t rows[2];
            for (const size_t side : {0u, 1u}) {
                const auto& id = std::get<std::vector<std::string>>(table.columns[side].values)[i];
                const auto row = embedding.items->rowOf(std::string_view(id));
                if (!row)
                    return inputError(
                        fmt::format("pair {} names '{}', which is no row of the embedding", i + 1, id),
                        "use the ids of the embedding");
                rows[side] = static_cast<uint32_t>(*row);
            }
            pairs.push_back({rows[0], rows[1]});
        }
        return pairs;
    }
};

HOROCYCLE_METHOD(MeasureAlignment);

}  // namespace

}  // namespace horo
