// compare.spaces: how alike two embeddings of the same items are.
#include <fmt/format.h>

#include "core/base/parallel.h"
#include "core/measure/correlation.h"
#include "core/measure/pair_draw.h"
#include "core/measure/row_distances.h"
#include "core/method/part_of_run.h"
#include "core/method/registry.h"
#include "core/neighbors/neighbors.h"
#include "core/projection/flat_rows.h"
#include "core/spaces/matched_spaces.h"
#include "core/spaces/similarity.h"

namespace horo {

namespace {

constexpr size_t drawnPairs = 2'000'000;

/// Spearman of the distances of pairs in both spaces.
Result<std::optional<double>> distanceCorrelation(const MatchedSpaces& spaces, Context& context,
                                                  size_t& count) {
    const Conditions& conditions = context.conditions();
    const RowDistances a(spaces.a), b(spaces.b);
    const auto pairs = scoredPairs(spaces.rows(), drawnPairs, conditions.seed);
    std::vector<double> x(pairs.size()), y(pairs.size());
    const auto measure = [&](size_t begin, size_t end) {
        for (size_t p = begin; p < end; ++p) {
            x[p] = a(pairs[p].first, pairs[p].second);
            y[p] = b(pairs[p].first, pairs[p].second);
        }
    };
    if (!parallelWhile([&] { return context.keepGoing(); }, pairs.size(), 4096, conditions.threads, measure))
        return cancelledError();
    count = pairs.size();
    return spearman(x, y);
}

/// Mean share of the k nearest rows that are the same in both.
Result<double> neighborOverlap(const MatchedSpaces& spaces, size_t k, Context& context) {
    SearchOptions options;
    options.k = k;
    options.threads = context.conditions().threads;
    options.keepGoing = keepTelling(context, "finding neighbors");
    const auto a = nearestNeighbors(spaces.a, options), b = nearestNeighbors(spaces.b, options);
    if (!a) return a.error();
    if (!b) return b.error();
    size_t same = 0;
    for (size_t i = 0; i < spaces.rows(); ++i)
        for (const uint32_t row : a->rowsOf(i))
            same += static_cast<size_t>(std::ranges::count(b->rowsOf(i), row));
    return static_cast<double>(same) / static_cast<double>(spaces.rows() * a->k);
}

class CompareSpaces final : public Method {
public:
    const Declaration& declaration() const override {
        static const Declaration d = [] {
            Declaration d;
            d.id = "compare.spaces";
            d.version = "1";
            d.title = "Likeness of spaces";
            d.summary =
                "How alike two embeddings of the same items are, by kernels, distances and neighbors.";
            d.citation = "Kornblith et al. 2019; Kriegeskorte et al. 2008";
            d.inputs = {{"a", {Kind::Embedding}, "one embedding"},
                        {"b", {Kind::Embedding}, "another, rows matched by id"}};
            d.parameters = {integer("k", "Neighbors", 15, 1, 10000, "", "Size of the neighborhoods.")};
            return d;
        }();
        return d;
    }

    Result<Outcome> run(const Inputs& inputs, const Parameters& parameters, Context& context) const override {
        const auto spaces = MatchedSpaces::create(*inputs.embedding("a"), *inputs.embedding("b"));
        if (!spaces) return spaces.error();
        const auto keepGoing = [&] { return context.keepGoing(); };
        const auto a = flatRows(spaces->a, keepGoing), b = flatRows(spaces->b, keepGoing);
        if (!a) return a.error();
        if (!b) return b.error();
        const auto n = static_cast<int64_t>(spaces->rows());
        Outcome outcome;
        Report& r = outcome.report;
        const auto add = [&](const char* key, std::optional<double> value, std::string convention,
                             int64_t count) {
            if (value)
                r.add(key, *value, std::move(convention), "", count);
            else
                r.addUndefined(key, "the rows do not vary, or are too few", std::move(convention));
        };
        const Eigen::MatrixXd x = matrixOf(a->vectors), y = matrixOf(b->vectors);
        const std::string how = a->how.empty() ? b->how : a->how;
        context.progress({0, "comparing kernels", {}});
        add("cka", linearCka(x, y), "linear, centred" + how, n);
        if (!context.keepGoing()) return cancelledError();
        add("cka_debiased", debiasedCka(x, y), "linear, centred, unbiased HSIC" + how, n);
        if (!context.keepGoing()) return cancelledError();
        add("procrustes", procrustesDisparity(x, y),
            "scipy's disparity; the narrower padded with zeros" + how, n);
        if (!context.keepGoing()) return cancelledError();
        size_t pairs = 0;
        const auto correlation = distanceCorrelation(*spaces, context, pairs);
        if (!correlation) return correlation.error();
        add("rsa", *correlation,
            "Spearman of the distances of pairs, each space under its own; all pairs, or two million drawn "
            "ones of more than 5,000 rows",
            static_cast<int64_t>(pairs));
        const auto k = std::min<size_t>(static_cast<size_t>(parameters.integer("k")), spaces->rows() - 1);
        if (k > 0) {
            const auto overlap = neighborOverlap(*spaces, k, context);
            if (!overlap) return overlap.error();
            add("neighbor_overlap", *overlap, fmt::format("mean share of the {} nearest rows in both", k), n);
        } else {
            add("neighbor_overlap", {}, "mean share of the nearest rows in both", 0);
        }
        r.add("matched", static_cast<double>(n), "rows with the same id in both");
        if (spaces->missing + spaces->extra > 0)
            r.warnings.push_back(fmt::format("{} rows of a and {} of b have no partner and were left out",
                                             spaces->missing, spaces->extra));
        return outcome;
    }
};

HOROCYCLE_METHOD(CompareSpaces);

}  // namespace

}  // namespace horo
