// measure.distortion: distances against path lengths as a method.
#include <fmt/format.h>

#include "core/measure/distortion.h"
#include "core/method/registry.h"

namespace horo {

namespace {

constexpr const char* averageConvention =
    "mean over pairs of |d/s - d_G| / d_G; d_G: path length in the undirected graph";
constexpr const char* worstConvention = "max(d / d_G) max(d_G / d) over pairs, free of scale; 1 is none";
constexpr const char* neighborConvention =
    "mean over nodes of the average precision of parents and children among all rows by distance; equal "
    "distances enter together; not the MAP of reconstruction";

/// 0 = all.
Result<size_t> pairCount(const std::string& text) {
    if (text == "all") return size_t{0};
    const Parameter number = integer("pairs", "Pairs", 1, 1, 1e8, "", "");
    auto value = parseValue(number, text);
    if (!value)
        return usageError(fmt::format("pairs = {} is neither 'all' nor a number from 1 to 100000000", text),
                          "set pairs to all or to a number");
    return static_cast<size_t>(std::get<int64_t>(*value));
}

class MeasureDistortion final : public Method {
public:
    const Declaration& declaration() const override {
        static const Declaration d = [] {
            Declaration d;
            d.id = "measure.distortion";
            d.version = "1";
            d.title = "Distortion";
            d.summary = "How far distances are from the path lengths of the hierarchy.";
            d.citation = "Sala et al. 2018";
            d.inputs = {{"embedding", {Kind::Embedding}, "rows are matched to nodes by name"},
                        {"hierarchy", {Kind::Hierarchy}, "its undirected graph gives the path lengths"}};
            d.parameters = {{"pairs",
                             "Pairs",
                             ParameterType::Text,
                             std::string("all"),
                             {},
                             {},
                             {},
                             "",
                             "Pairs of nodes to score: all of them, or a number that is drawn by the seed."},
                            boolean("fit_scale", "Fit the scale", true,
                                    "Divides distances by the least squares scale before they are compared."),
                            boolean("partial", "Allow missing rows", false,
                                    "Leaves nodes without a row out instead of refusing.")};
            return d;
        }();
        return d;
    }

    Result<Outcome> run(const Inputs& inputs, const Parameters& parameters, Context& context) const override {
        const auto pairs = pairCount(parameters.text("pairs"));
        if (!pairs) return pairs.error();
        DistortionOptions options;
        options.pairs = *pairs;
        options.fitScale = parameters.boolean("fit_scale");
        options.partial = parameters.boolean("partial");
        options.seed = context.conditions().seed;
        options.threads = context.conditions().threads;
        options.progress = [&](double share) {
            context.progress({share, "comparing distances with paths", {}});
            return context.keepGoing();
        };
        const auto scores =
            distortion(*inputs.embedding("embedding"), *inputs.hierarchy("hierarchy"), options);
        if (!scores) return scores.error();
        Outcome outcome;
        describe(*scores, options.fitScale, outcome.report);
        return outcome;
    }

private:
    static void describe(const Distortion& scores, bool fitted, Report& r) {
        const auto pairs = static_cast<int64_t>(scores.pairs);
        const std::string drawn = scores.drawn ? "; over drawn pairs" : "";
        if (scores.average) {
            Score& average =
                r.add("average_distortion", *scores.average, averageConvention + drawn, "", pairs);
            if (scores.averageError) {
                const double reach = 1.96 * *scores.averageError;
                average.interval = {std::max(0.0, *scores.average - reach), *scores.average + reach};
                average.convention += "; 95 % interval over the pairs, the scale taken as known";
            }
        } else {
            r.addUndefined("average_distortion", "all rows are one point", averageConvention);
        }
        if (scores.worst)
            r.add("worst_distortion", *scores.worst,
                  worstConvention + std::string(scores.drawn ? "; over drawn pairs, a lower bound" : ""), "",
                  pairs);
        else
            r.addUndefined("worst_distortion",
                           fmt::format("{} pairs of nodes have the same point", scores.coincident),
                           worstConvention);
        if (scores.neighborMap)
            r.add("neighbor_map", *scores.neighborMap, neighborConvention, "",
                  static_cast<int64_t>(scores.nodes));
        else
            r.addUndefined("neighbor_map", "no two neighbors have rows", neighborConvention);
        r.add("scale", scores.scale,
              fitted ? "least squares: sum d d_G / sum d_G^2" + drawn
                     : "as asked: distances are taken as they are",
              "distance per edge", pairs);
        r.add("pairs", static_cast<double>(scores.pairs), "pairs of different nodes that were scored");
        r.add("apart", static_cast<double>(scores.apart), "pairs left out, in different components");
        if (scores.missing > 0)
            r.warnings.push_back(fmt::format("{} nodes have no row and were left out", scores.missing));
        if (scores.strangers > 0)
            r.warnings.push_back(
                fmt::format("{} rows are no node of the hierarchy and were left out", scores.strangers));
    }
};

HOROCYCLE_METHOD(MeasureDistortion);

}  // namespace

}  // namespace horo
