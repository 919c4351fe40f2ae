// project.pca: principal components as a method.
#include <algorithm>

#include "core/method/registry.h"
#include "core/projection/flat_rows.h"
#include "core/projection/principal_components.h"
#include "core/projection/projection.h"

namespace horo {

namespace {

constexpr const char* convention = "share of the variance of the rows that the picture keeps";

class ProjectPca final : public Method {
public:
    const Declaration& declaration() const override {
        static const Declaration d = [] {
            Declaration d = projectionDeclaration("project.pca", "Principal components",
                                                  "Draws the rows in the directions in which they vary most.",
                                                  "Pearson 1901; Halko et al. 2011");
            d.parameters.push_back(advanced(choice("solver", "Solver", {"auto", "exact", "randomized"},
                                                   "Exact from the covariance, or randomized without it; "
                                                   "auto takes the latter for very wide rows.")));
            return d;
        }();
        return d;
    }

    Result<Outcome> run(const Inputs& inputs, const Parameters& parameters, Context& context) const override {
        const auto source = projectionSource(inputs);
        if (!source) return source.error();
        const auto dim = static_cast<size_t>(parameters.integer("dim"));
        Outcome outcome;
        if ((*source)->rows() == 0) {
            outcome.report.addUndefined("explained_variance", "there are no rows", convention);
            outcome.output = projectionOf(**source, std::vector<double>(), dim);
            return outcome;
        }
        const auto keepGoing = [&] { return context.keepGoing(); };
        context.progress({0, "finding directions", {}});
        const auto flat = flatRows(**source, keepGoing);
        if (!flat) return flat.error();
        PrincipalOptions options;
        options.count = dim;
        options.randomized = parameters.text("solver") == "randomized" ||
                             (parameters.text("solver") == "auto" && flat->vectors.columns() > 4096);
        options.seed = context.conditions().seed;
        options.threads = context.conditions().threads;
        options.keepGoing = keepGoing;
        const auto components = principalComponents(flat->vectors, options);
        if (!components) return components.error();
        if (components->total > 0)
            outcome.report.add("explained_variance",
                               std::min(1.0, components->variances.sum() / components->total),
                               convention + flat->how, "", static_cast<int64_t>((*source)->rows()));
        else
            outcome.report.addUndefined("explained_variance", "all rows are one point", convention);
        return finishProjection(
            projectionOf(**source, widened(*components, *flat, dim, options.threads), dim), **source,
            std::move(outcome.report), false, parameters, context);
    }

private:
    /// The coordinates, with zeros where the rows have fewer dimensions than the picture.
    static std::vector<double> widened(const PrincipalComponents& components, const FlatRows& flat,
                                       size_t dim, int threads) {
        std::vector<double> narrow = components.coordinates(flat.vectors, threads);
        const auto count = static_cast<size_t>(components.directions.cols());
        if (count == dim) return narrow;
        std::vector<double> wide(flat.vectors.rows() * dim, 0.0);
        for (size_t i = 0; i < flat.vectors.rows(); ++i)
            std::copy_n(narrow.begin() + static_cast<std::ptrdiff_t>(i * count), count,
                        wide.begin() + static_cast<std::ptrdiff_t>(i * dim));
        return wide;
    }
};

HOROCYCLE_METHOD(ProjectPca);

}  // namespace

}  // namespace horo
