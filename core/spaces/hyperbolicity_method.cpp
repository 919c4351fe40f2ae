// measure.hyperbolicity: whether rows should lie in a hyperbolic space.
#include <fmt/format.h>

#include <cmath>
#include <numeric>

#include "core/base/random.h"
#include "core/measure/delta_draws.h"
#include "core/method/registry.h"
#include "core/neighbors/neighbors.h"
#include "core/projection/flat_rows.h"

namespace horo {

namespace {

constexpr const char* curvatureConvention =
    "-(.144 / relative delta)^2, the curvature of the ball whose clipped disk has that delta (Khrulkov et "
    "al. 2020)";
constexpr const char* dimensionConvention =
    "of two nearest rows (Facco et al. 2017): rows / sum of log(second distance / first), equal rows left "
    "out";

/// Every column in an order of its own: the same values, nothing that they have in common. Hyperbolic rows
/// are shuffled in the tangent space at their mean. None in a product of manifolds. Error: stopped.
Result<std::optional<Embedding>> shuffled(const Embedding& embedding, uint64_t seed,
                                          const std::function<bool()>& keepGoing) {
    if (embedding.manifold.kind() == ManifoldKind::Product) return std::optional<Embedding>();
    const auto flat = flatRows(embedding, keepGoing);
    if (!flat) return flat.error();
    std::vector<double> values = flat->vectors.toDouble();
    const size_t rows = flat->vectors.rows(), columns = flat->vectors.columns();
    Random random(seed, 5);
    for (size_t j = 0; j < columns; ++j)
        for (size_t i = rows; i > 1; --i)
            std::swap(values[(i - 1) * columns + j],
                      values[random.below(static_cast<uint32_t>(i)) * columns + j]);
    Embedding out;
    out.items = embedding.items;
    out.manifold = embedding.manifold.kind() == ManifoldKind::Lorentz
                       ? Manifold::poincare(embedding.manifold.curvature())
                       : embedding.manifold;
    const double curvature = embedding.manifold.curvature();
    for (size_t i = 0; i < rows; ++i) {
        const std::span<double> row(values.data() + i * columns, columns);
        double length = 0;
        for (const double value : row)
            length = std::hypot(length, value);
        double factor = 1;
        if (out.manifold.isHyperbolic()) {
            const double root = std::sqrt(-curvature);
            factor = length > 0 ? std::min(std::tanh(root * length / 2), 1 - 1e-15) / (root * length) : 0;
        } else if (out.manifold.kind() == ManifoldKind::Sphere) {
            factor = length > 0 ? 1 / (std::sqrt(curvature) * length) : 1;
            if (length == 0) row[0] = 1 / std::sqrt(curvature);
        }
        for (double& value : row)
            value *= factor;
    }
    out.vectors = Vectors(rows, columns, std::move(values));
    return std::optional(std::move(out));
}

class MeasureHyperbolicity final : public Method {
public:
    const Declaration& declaration() const override {
        static const Declaration d = [] {
            Declaration d;
            d.id = "measure.hyperbolicity";
            d.version = "1";
            d.title = "Should this be hyperbolic?";
            d.summary = "How tree-like rows are, against the same rows with shuffled columns.";
            d.citation = "Khrulkov et al. 2020; Facco et al. 2017";
            d.inputs = {{"embedding", {Kind::Embedding}, "rows under their own geometry"}};
            d.parameters = {integer("samples", "Quadruples", 100000, 1, 1e9, "a draw",
                                    "Quadruples that are drawn each time."),
                            integer("draws", "Draws", 6, 2, 1000, "",
                                    "How often they are drawn, which gives the interval.")};
            return d;
        }();
        return d;
    }

    Result<Outcome> run(const Inputs& inputs, const Parameters& parameters, Context& context) const override {
        const auto embedding = inputs.embedding("embedding");
        if (const auto usable = requireUsable(*embedding); !usable) return usable.error();
        if (embedding->rows() < 4)
            return inputError(fmt::format("there are {} rows; a quadruple takes four", embedding->rows()),
                              "use more rows");
        const auto own = deltas(*embedding, parameters, context);
        if (!own) return own.error();
        const auto mixed =
            shuffled(*embedding, context.conditions().seed, [&] { return context.keepGoing(); });
        if (!mixed) return mixed.error();
        std::optional<DeltaDraws> other;
        if (*mixed) {
            auto drawn = deltas(**mixed, parameters, context);
            if (!drawn) return drawn.error();
            other = std::move(*drawn);
        }
        Outcome outcome;
        Report& r = outcome.report;
        add(r, "relative_delta", own->relative.empty() ? nullptr : &*own, verdict(*own, other));
        add(r, "shuffled_relative_delta", other && !other->relative.empty() ? &*other : nullptr,
            "of the rows with each column shuffled");
        const double delta = relative(*own);
        if (delta > 0)
            r.add("curvature", -std::pow(0.144 / delta, 2), curvatureConvention);
        else
            r.addUndefined("curvature", "the delta is zero or not defined", curvatureConvention);
        if (const auto done = addDimension(*embedding, r, context); !done) return done.error();
        return outcome;
    }

private:
    static Result<DeltaDraws> deltas(const Embedding& embedding, const Parameters& parameters,
                                     Context& context) {
        std::vector<uint32_t> rows(embedding.rows());
        std::iota(rows.begin(), rows.end(), 0u);
        return drawDeltas(
            std::move(rows),
            [&](std::span<const uint32_t> some) {
                return rowDistances(embedding, some, context.conditions().threads,
                                    [&] { return context.keepGoing(); });
            },
            static_cast<size_t>(parameters.integer("samples")), parameters.integer("draws"), context);
    }

    static double relative(const DeltaDraws& draws) {
        return draws.diameter > 0 ? 2 * draws.all.delta / draws.diameter : 0;
    }

    static void add(Report& r, const char* key, const DeltaDraws* draws, const std::string& note) {
        const std::string convention =
            "2 delta / diameter, largest over drawn quadruples, a lower bound; interval: mean +- 2 sd over "
            "draws; " +
            note;
        if (!draws) {
            r.addUndefined(key, "all rows are one point, or there is no such shuffle", convention);
            return;
        }
        r.add(key, relative(*draws), convention, "", static_cast<int64_t>(draws->all.quadruples)).interval =
            draws->interval();
    }

    /// In words. Hyperbolic where the delta is small and clearly below what the shuffled columns give.
    static std::string verdict(const DeltaDraws& own, const std::optional<DeltaDraws>& other) {
        const double delta = relative(own);
        const auto a = own.interval(), b = other ? other->interval() : std::nullopt;
        if (!a || !b) return "verdict: none, there is nothing to compare with";
        if (a->second < b->first && delta < 0.3)
            return "verdict: tree-like, a hyperbolic space suits these rows";
        if (a->second < b->first) return "verdict: somewhat tree-like, more than chance, try both spaces";
        return "verdict: not more tree-like than shuffled columns, a flat space will do";
    }

    static Result<void> addDimension(const Embedding& embedding, Report& r, Context& context) {
        SearchOptions options;
        options.k = 2;
        options.threads = context.conditions().threads;
        options.keepGoing = [&](double share) {
            context.progress({share, "finding neighbors", {}});
            return context.keepGoing();
        };
        const auto near = nearestNeighbors(embedding, options);
        if (!near) return near.error();
        double sum = 0;
        int64_t count = 0;
        for (size_t i = 0; i < near->queries; ++i) {
            const auto distances = near->distancesOf(i);
            if (distances[0] > 0) sum += std::log(distances[1] / distances[0]), ++count;
        }
        if (sum > 0)
            r.add("intrinsic_dimension", static_cast<double>(count) / sum, dimensionConvention, "", count);
        else
            r.addUndefined("intrinsic_dimension", "the two nearest rows are equally near everywhere",
                           dimensionConvention);
        return {};
    }
};

HOROCYCLE_METHOD(MeasureHyperbolicity);

}  // namespace

}  // namespace horo
