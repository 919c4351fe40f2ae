// compare.classifiers: which of two classifiers is better on the same samples, and by more than chance?
#include <fmt/format.h>

#include "core/classifiers/method_inputs.h"
#include "core/classifiers/paired_comparison.h"
#include "core/method/part_of_run.h"
#include "core/method/registry.h"

namespace horo {

namespace {

/// Samples by who has the class right.
struct FourWays {
    uint64_t both = 0, aOnly = 0, bOnly = 0, neither = 0;
};

FourWays fourWays(const ScoreColumn& a, const ScoreColumn& b) {
    FourWays counts;
    for (size_t i = 0; i < a.samples(); ++i) {
        const bool isA = a.numerators[i] > 0, isB = b.numerators[i] > 0;
        ++(isA && isB ? counts.both : isA ? counts.aOnly : isB ? counts.bOnly : counts.neither);
    }
    return counts;
}

class CompareClassifiers final : public Method {
public:
    const Declaration& declaration() const override {
        static const Declaration d = [] {
            Declaration d;
            d.id = "compare.classifiers";
            d.version = "1";
            d.title = "Two classifiers compared";
            d.summary = "All scores of b minus those of a on the same samples, each tested against chance.";
            d.citation = "Efron & Tibshirani 1993; McNemar 1947; Holm 1979";
            d.inputs = {predictionsPort("a", "labels or predictions of one classifier"),
                        predictionsPort("b", "those of the other, with the same ids"), truthPort(),
                        classTreePort()};
            d.parameters = {integer("resamples", "Resamples", 10000, 1, 1e7, "",
                                    "Draws of the bootstrap and of the permutation tests.")};
            for (const Parameter& parameter : scoreParameters())
                d.parameters.push_back(parameter);
            d.parameters.push_back(normalizeParameter());
            return d;
        }();
        return d;
    }

    Inputs sampleInputs() const override { return sampleClassifierInputs({"a", "b"}); }

    Result<Outcome> run(const Inputs& inputs, const Parameters& parameters, Context& context) const override {
        const auto tree = ClassTree::create(inputs.hierarchy("hierarchy"));
        if (!tree) return tree.error();
        const bool normalize = parameters.boolean("normalize");
        const auto a = classifiedFrom(inputs, "a", *tree, normalize);
        if (!a) return a.error();
        const auto b = classifiedFrom(inputs, "b", *tree, normalize, &a->ids);
        if (!b) return b.error();
        const auto truth = truthFrom(inputs, a->ids, *tree);
        if (!truth) return truth.error();
        const ScoreOptions options = scoreOptions(parameters);
        const auto ofA = classifierScores(*a, *truth, *tree, options);
        const auto ofB = classifierScores(*b, *truth, *tree, options);
        ResamplingOptions resampling;
        resampling.resamples = static_cast<size_t>(parameters.integer("resamples"));
        resampling.seed = context.conditions().seed;
        resampling.threads = context.conditions().threads;
        resampling.keepGoing = keepTelling(context, "resampling");
        const auto differences = pairedDifferences(ofA, ofB, resampling);
        if (differences.empty()) return cancelledError();
        Outcome outcome;
        Report& r = outcome.report;
        addDifferences(r, differences, ofA, ofB, resampling.resamples);
        addTests(r, differences, ofA.front(), ofB.front(), resampling.resamples);
        for (const auto& warnings : {tree->warnings(), a->warnings, b->warnings})
            r.warnings.insert(r.warnings.end(), warnings.begin(), warnings.end());
        return outcome;
    }

private:
    static void addDifferences(Report& r, const std::vector<PairedDifference>& differences,
                               const std::vector<ScoreColumn>& a, const std::vector<ScoreColumn>& b,
                               size_t resamples) {
        for (size_t k = 0; k < differences.size(); ++k) {
            const auto& d = differences[k];
            const std::string convention = fmt::format(
                "b - a of: {}; 95 % percentile interval of {} paired bootstrap draws, p by as many random "
                "swaps of a and b, p_holm over all keys",
                a[k].convention, resamples);
            if (d.difference) {
                Score& score = r.add("difference." + d.key, *d.difference, convention, a[k].unit,
                                     static_cast<int64_t>(a[k].samples()));
                score.interval = d.interval, score.p = d.p, score.pHolm = d.pHolm;
            } else {
                const std::string& why = a[k].undefined.empty() ? b[k].undefined : a[k].undefined;
                r.addUndefined("difference." + d.key, why.empty() ? "there is nothing to divide by" : why,
                               convention, a[k].unit);
            }
        }
    }

    static void addTests(Report& r, const std::vector<PairedDifference>& differences,
                         const ScoreColumn& rightA, const ScoreColumn& rightB, size_t resamples) {
        const std::string sets = "there are sets of labels";
        const std::string mcNemarTest = "exact two-sided McNemar test of the samples that only one has right";
        const std::string permutation =
            fmt::format("two-sided, {} random swaps of a and b sample by sample, mean LCA height", resamples);
        const std::vector<std::pair<const char*, std::string>> counts{
            {"both_right", "samples whose class both have right"},
            {"a_only", "samples whose class only a has right"},
            {"b_only", "samples whose class only b has right"},
            {"both_wrong", "samples whose class both have wrong"}};
        const bool areSets = !rightA.undefined.empty() || !rightB.undefined.empty();
        if (areSets) {
            r.addUndefined("mcnemar_p", sets, mcNemarTest);
            r.addUndefined("permutation_p", sets, permutation);
            for (const auto& [key, convention] : counts)
                r.addUndefined(key, sets, convention);
            return;
        }
        const FourWays ways = fourWays(rightA, rightB);
        const auto n = static_cast<int64_t>(rightA.samples());
        r.add("mcnemar_p", mcNemar(ways.aOnly, ways.bOnly), mcNemarTest, "",
              static_cast<int64_t>(ways.aOnly + ways.bOnly));
        for (const auto& d : differences)
            if (d.key == "lca_height" && d.p) r.add("permutation_p", *d.p, permutation, "", n);
        const std::array<uint64_t, 4> numbers{ways.both, ways.aOnly, ways.bOnly, ways.neither};
        for (size_t i = 0; i < counts.size(); ++i)
            r.add(counts[i].first, static_cast<double>(numbers[i]), counts[i].second, "", n);
    }
};

HOROCYCLE_METHOD(CompareClassifiers);

}  // namespace

}  // namespace horo
