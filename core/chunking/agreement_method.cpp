// compare.segmentations: how far two ways to cut one sequence agree.
#include <fmt/format.h>

#include "core/chunking/agreement.h"
#include "core/method/registry.h"

namespace horo {

namespace {

class CompareSegmentations final : public Method {
public:
    const Declaration& declaration() const override {
        static const Declaration d = [] {
            Declaration d;
            d.id = "compare.segmentations";
            d.version = "1";
            d.title = "Agreement of cuts";
            d.summary = "How far two ways to cut one sequence agree: boundaries, windows, nesting.";
            d.citation = "Beeferman, Berger & Lafferty 1999; Pevzner & Hearst 2002";
            d.inputs = {{"a", {Kind::Segmentation}, "what is judged"},
                        {"b", {Kind::Segmentation}, "the reference, of the same sequence"}};
            d.parameters = {
                integer("level", "Level", 0, 0, 1e6, "", "Level of both that is compared; 0 is the finest."),
                integer("tolerance", "Tolerance", 0, 0, 1e9, "symbols",
                        "How far apart two boundaries may be and still be the same.")};
            return d;
        }();
        return d;
    }

    Result<Outcome> run(const Inputs& inputs, const Parameters& parameters, Context& context) const override {
        const auto a = inputs.segmentation("a"), b = inputs.segmentation("b");
        if (a->unit != b->unit)
            return inputError(fmt::format("a counts in {}s, b in {}s", sequenceUnitName(a->unit),
                                          sequenceUnitName(b->unit)),
                              "cut both by the same unit");
        if (a->length != b->length)
            return inputError(fmt::format("a cuts {} symbols, b {}", a->length, b->length),
                              "give two segmentations of one sequence");
        const auto level = static_cast<size_t>(parameters.integer("level"));
        for (const auto& [name, one] : {std::pair("a", a), std::pair("b", b)})
            if (level >= one->levels.size())
                return inputError(
                    fmt::format("{} has {} levels, so none is level {}", name, one->levels.size(), level),
                    "set level to one that both have; 0 is the finest");
        if (!context.keepGoing()) return cancelledError();
        return compared(inner(a->levels[level]), inner(b->levels[level]), a->length,
                        static_cast<uint64_t>(parameters.integer("tolerance")));
    }

private:
    static CutSpan inner(const Segmentation::Level& level) {
        return CutSpan(level.ends).first(level.ends.empty() ? 0 : level.size() - 1);
    }

    static Outcome compared(CutSpan a, CutSpan b, uint64_t length, uint64_t tolerance) {
        Outcome outcome;
        Report& r = outcome.report;
        const uint64_t matched = matchedCuts(a, b, tolerance);
        const std::string within = fmt::format("within {} symbols, one of b for one of a", tolerance);
        share(r, "boundary_precision", matched, a.size(), "boundaries of a that b has, " + within);
        share(r, "boundary_recall", matched, b.size(), "boundaries of b that a has, " + within);
        share(r, "boundary_f1", 2 * matched, a.size() + b.size(),
              "twice the common boundaries / boundaries of both, " + within);

        const uint64_t window = agreementWindow(b, length);
        const std::string pairs = fmt::format(
            "share of the pairs of symbols {} apart (half the mean unit of b) between which ", window);
        const std::string differ = pairs + "the numbers of boundaries differ";
        const std::string disagree = pairs + "one has a boundary and the other none";
        if (const auto score = windowScore(a, b, length, window)) {
            const auto n = static_cast<int64_t>(score->pairs);
            r.add("window_diff", score->difference, differ, "", n);
            r.add("pk", score->disagreement, disagree, "", n);
        } else {
            r.addUndefined("window_diff", "the sequence is not longer than the window", differ);
            r.addUndefined("pk", "the sequence is not longer than the window", disagree);
        }
        r.add("nesting_violations", static_cast<double>(nestingViolations(a, b)),
              "boundaries of the one with fewer (b when equal) that the other lacks", "",
              static_cast<int64_t>(std::min(a.size(), b.size())));
        return outcome;
    }

    static void share(Report& r, const char* key, uint64_t part, uint64_t whole,
                      const std::string& convention) {
        if (whole == 0)
            r.addUndefined(key, "there is no boundary to divide by", convention);
        else
            r.add(key, static_cast<double>(part) / static_cast<double>(whole), convention, "",
                  static_cast<int64_t>(whole));
    }
};

HOROCYCLE_METHOD(CompareSegmentations);

}  // namespace

}  // namespace horo
