// compare.hierarchies: what two hierarchies share and where they differ, as a method.
#include "core/hierarchy/agreement.h"
#include "core/method/registry.h"

namespace horo {

namespace {

class CompareHierarchies final : public Method {
public:
    const Declaration& declaration() const override {
        static const Declaration d = [] {
            Declaration d;
            d.id = "compare.hierarchies";
            d.version = "1";
            d.title = "Compare hierarchies";
            d.summary = "What two hierarchies share by name, what moved, and how far their trees agree.";
            d.citation = "Robinson & Foulds 1981; Critchlow, Pearl & Qian 1996";
            d.inputs = {{"a", {Kind::Hierarchy}, "one"},
                        {"b", {Kind::Hierarchy}, "the other; matched by name"}};
            d.parameters = {
                advanced(integer("samples", "Triplets", 1'000'000, 1000, 1e9, "drawn",
                                 "Triplets that are drawn where more than 1,000 leaves are shared."))};
            return d;
        }();
        return d;
    }

    Result<Outcome> run(const Inputs& inputs, const Parameters& parameters, Context& context) const override {
        AgreementOptions options;
        options.samples = static_cast<size_t>(parameters.integer("samples"));
        options.seed = context.conditions().seed;
        options.threads = context.conditions().threads;
        options.progress = [&](double share) {
            context.progress({share, "comparing", {}});
            return context.keepGoing();
        };
        const auto score = compareHierarchies(*inputs.hierarchy("a"), *inputs.hierarchy("b"), options);
        if (!score) return score.error();
        Outcome outcome;
        describe(*score, outcome.report);
        return outcome;
    }

private:
    static void describe(const HierarchyAgreement& score, Report& r) {
        const auto leaves = static_cast<int64_t>(score.sharedLeaves);
        r.add("matched", static_cast<double>(score.matched), "names in both");
        r.add("missing", static_cast<double>(score.missing), "names of a that b lacks");
        r.add("extra", static_cast<double>(score.extra), "names of b that a lacks");
        r.add("moved", static_cast<double>(score.moved),
              "matched nodes whose nearest matched ancestors differ", "",
              static_cast<int64_t>(score.matched));
        r.add("shared_leaves", static_cast<double>(score.sharedLeaves), "names that are a leaf in both");
        const char* clusters =
            "rooted: sets of shared leaves below a node, neither one leaf nor all, that only one of the two "
            "has";
        if (score.sharedLeaves > 0)
            r.add("robinson_foulds", static_cast<double>(score.robinsonFoulds), clusters, "", leaves);
        else
            r.addUndefined("robinson_foulds", "no leaf is shared", clusters);
        const char* share = "robinson_foulds / the different such sets of both, counted apart";
        if (score.normalized)
            r.add("robinson_foulds_normalized", *score.normalized, share, "",
                  static_cast<int64_t>(score.clustersA + score.clustersB));
        else
            r.addUndefined("robinson_foulds_normalized", "neither has a set of shared leaves to compare",
                           share);
        const std::string triplets =
            "share of triplets of shared leaves whose closest two are the same in both trees, or that have "
            "none in either; of several parents the first by name of the least deep; ";
        if (score.tripletAgreement) {
            Score& added = r.add("triplet_agreement", *score.tripletAgreement,
                                 triplets + (score.interval ? "drawn ones, 95 % interval" : "all triplets"),
                                 "", static_cast<int64_t>(score.triplets));
            added.interval = score.interval;
        } else {
            r.addUndefined("triplet_agreement", "fewer than three leaves are shared",
                           triplets + "all triplets");
        }
    }
};

HOROCYCLE_METHOD(CompareHierarchies);

}  // namespace

}  // namespace horo
