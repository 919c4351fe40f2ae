// measure.delta: the four-point delta of an embedding or of a hierarchy as a method.
#include <fmt/format.h>

#include <algorithm>
#include <numeric>

#include "core/measure/delta_draws.h"
#include "core/method/registry.h"

namespace horo {

namespace {

constexpr size_t exactRows = 2000;  ///< more only with `force`

/// The points that are measured: rows of an embedding, or nodes of one component.
struct Points {
    std::shared_ptr<const Embedding> embedding;
    std::optional<PathLengths> paths;
    std::vector<uint32_t> rows;

    Result<DistanceMatrix> distances(std::span<const uint32_t> some, Context& context) const {
        const int threads = context.conditions().threads;
        const auto keepGoing = [&] { return context.keepGoing(); };
        return embedding ? rowDistances(*embedding, some, threads, keepGoing)
                         : pathDistances(*paths, some, threads, keepGoing);
    }
};

Result<Points> pointsOf(const Inputs& inputs, Report& report) {
    Points points;
    points.embedding = inputs.embedding("embedding");
    const auto hierarchy = inputs.hierarchy("hierarchy");
    if (!points.embedding == !hierarchy)
        return usageError("measure.delta needs one input, an embedding or a hierarchy",
                          "add --in embedding=SOURCE or --in hierarchy=SOURCE");
    if (points.embedding) {
        if (const auto usable = requireUsable(*points.embedding); !usable) return usable.error();
        points.rows.resize(points.embedding->rows());
        std::iota(points.rows.begin(), points.rows.end(), 0u);
        return points;
    }
    points.paths.emplace(*hierarchy);
    const auto component = points.paths->components();
    std::vector<size_t> sizes;
    for (const uint32_t c : component) {
        sizes.resize(std::max<size_t>(sizes.size(), c + 1));
        ++sizes[c];
    }
    const auto largest = static_cast<uint32_t>(std::ranges::max_element(sizes) - sizes.begin());
    for (Node v = 0; v < hierarchy->size(); ++v)
        if (component[v] == largest) points.rows.push_back(v);
    if (sizes.size() > 1)
        report.warnings.push_back(
            fmt::format("the hierarchy has {} components; the largest, {} of {} nodes, is measured",
                        sizes.size(), points.rows.size(), hierarchy->size()));
    return points;
}

class MeasureDelta final : public Method {
public:
    const Declaration& declaration() const override {
        static const Declaration d = [] {
            Declaration d;
            d.id = "measure.delta";
            d.version = "1";
            d.title = "Delta-hyperbolicity";
            d.summary = "How far a metric is from that of a tree: the four-point delta.";
            d.citation = "Gromov 1987; Fournier, Ismail & Vigneron 2015; Khrulkov et al. 2020";
            d.inputs = {{"embedding", {Kind::Embedding}, "rows under their own geometry; or", false},
                        {"hierarchy", {Kind::Hierarchy}, "nodes with their path lengths", false}};
            d.parameters = {boolean("exact", "All quadruples", false,
                                    "Goes through all quadruples instead of drawing some."),
                            integer("samples", "Quadruples", 100000, 1, 1e9, "a draw",
                                    "Quadruples that are drawn each time."),
                            integer("draws", "Draws", 6, 1, 1000, "",
                                    "How often they are drawn, which gives the interval."),
                            advanced(boolean("force", "However long", false,
                                             "Allows all quadruples of more than 2,000 rows."))};
            return d;
        }();
        return d;
    }

    Estimate estimate(const Inputs& inputs, const Parameters& parameters,
                      const Conditions& conditions) const override {
        const auto embedding = inputs.embedding("embedding");
        const auto hierarchy = inputs.hierarchy("hierarchy");
        if (!parameters.boolean("exact") || (!embedding && !hierarchy)) return {};
        const size_t rows = embedding ? embedding->rows() : hierarchy->size();
        const double count = static_cast<double>(rows);
        return {quadrupleCount(rows) / 3e9 / std::max(1, conditions.threads), count * count * 8e-6};
    }

    Result<Outcome> run(const Inputs& inputs, const Parameters& parameters, Context& context) const override {
        Outcome outcome;
        Report& r = outcome.report;
        const auto points = pointsOf(inputs, r);
        if (!points) return points.error();
        const size_t rows = points->rows.size();
        if (rows < 4)
            return inputError(fmt::format("there are {} rows; a quadruple takes four", rows),
                              "use more rows");
        const auto samples = static_cast<size_t>(parameters.integer("samples"));
        const bool few = quadrupleCount(rows) <= static_cast<double>(samples);
        if (!parameters.boolean("exact") && !few) {
            const auto draws = drawDeltas(
                points->rows,
                [&](std::span<const uint32_t> some) { return points->distances(some, context); }, samples,
                parameters.integer("draws"), context);
            if (!draws) return draws.error();
            describe(*draws, rows > DeltaDraws::rowsAtMost, r);
            return outcome;
        }
        if (rows > exactRows && !parameters.boolean("force"))
            return inputError(fmt::format("all quadruples of {} rows are {:.3g}", rows, quadrupleCount(rows)),
                              "draw some (exact=false), or wait for all of them with force=true");
        const auto distances = points->distances(points->rows, context);
        if (!distances) return distances.error();
        const auto all = allQuadruples(*distances, context.conditions().threads, [&](double share) {
            context.progress({share, "comparing quadruples", {}});
            return context.keepGoing();
        });
        if (!all) return all.error();
        describe({*all, distances->largest(), {}}, false, r, true);
        return outcome;
    }

private:
    static void describe(const DeltaDraws& draws, bool parts, Report& r, bool exact = false) {
        const auto n = static_cast<int64_t>(draws.all.quadruples);
        const std::string over = exact ? "all quadruples" : "drawn quadruples";
        r.add("delta", draws.all.delta,
              "largest minus second largest pair sum, halved; largest over " + over +
                  (exact ? "" : ", a lower bound"),
              "", n);
        const std::string relative = "2 delta / diameter";
        if (draws.diameter > 0) {
            Score& score = r.add("relative_delta", 2 * draws.all.delta / draws.diameter,
                                 exact ? relative : relative + "; interval: mean +- 2 sd over draws", "", n);
            score.interval = draws.interval();
        } else {
            r.addUndefined("relative_delta", "all rows are one point", relative);
        }
        r.add("mean_delta", draws.all.mean, "mean over " + over, "", n);
        r.add("diameter", draws.diameter,
              parts ? fmt::format("largest distance within the {} rows of a draw", DeltaDraws::rowsAtMost)
                    : "largest distance of two rows");
    }
};

HOROCYCLE_METHOD(MeasureDelta);

}  // namespace

}  // namespace horo
