// project.mds and project.hmds: classical scaling, flat and hyperbolic, as methods.
#include <fmt/format.h>

#include "core/method/registry.h"
#include "core/projection/projection.h"
#include "core/projection/scaling.h"

namespace horo {

namespace {

/// What both do; they differ in where the points lie.
class ProjectByScaling : public Method {
public:
    explicit ProjectByScaling(Declaration declaration, Manifold manifold)
        : declaration_(std::move(declaration)), manifold_(std::move(manifold)) {}
    const Declaration& declaration() const override { return declaration_; }

    Result<Outcome> run(const Inputs& inputs, const Parameters& parameters, Context& context) const override {
        const auto source = projectionSource(inputs);
        if (!source) return source.error();
        ScalingOptions options;
        options.dim = static_cast<size_t>(parameters.integer("dim"));
        options.seed = context.conditions().seed;
        options.threads = context.conditions().threads;
        options.keepGoing = [&] { return context.keepGoing(); };
        if (manifold_.isHyperbolic()) options.scale = parameters.real("scale");
        Report report;
        const std::string convention = stressConvention();
        if ((*source)->rows() == 0) {
            report.addUndefined("stress", "there are no rows", convention);
            return finishProjection(projectionOf(**source, std::vector<double>(), options.dim, manifold_),
                                    **source, std::move(report), false, parameters, context);
        }
        context.progress({0, "measuring distances", {}});
        const RowDistances distances(**source);
        const auto landmarks = landmarksOf(distances, options.seed, options.threads, options.keepGoing);
        if (!landmarks) return landmarks.error();
        context.progress({0.5, "placing rows", {}});
        auto points = manifold_.isHyperbolic() ? hyperbolicScaling(distances, *landmarks, options)
                                               : classicalScaling(distances, *landmarks, options);
        if (!points) return points.error();
        auto picture = projectionOf(**source, std::move(*points), options.dim, manifold_);
        size_t pairs = 0;
        if (const auto stress = pairStress(RowDistances(*picture), distances, options.scale, options.seed,
                                           options.threads, pairs))
            report.add("stress", *stress, convention, "", static_cast<int64_t>(pairs));
        else
            report.addUndefined("stress", "all rows are one point", convention);
        if (!landmarks->areAll((*source)->rows()))
            report.warnings.push_back(
                fmt::format("{} rows drawn by the seed are landmarks, the others lie "
                            "where their distances to these say",
                            landmarks->rows.size()));
        return finishProjection(std::move(picture), **source, std::move(report), false, parameters, context);
    }

private:
    std::string stressConvention() const {
        return std::string(
                   "root of sum (d - D)^2 / sum D^2 over pairs, or a million drawn ones of more than 5,000 "
                   "rows; D: "
                   "distances of the rows") +
               (manifold_.isHyperbolic() ? " times the scale" : "");
    }

    Declaration declaration_;
    Manifold manifold_;
};

class ProjectMds final : public ProjectByScaling {
public:
    ProjectMds()
        : ProjectByScaling(projectionDeclaration("project.mds", "Classical scaling",
                                                 "Draws distances as they are, as far as a flat picture can.",
                                                 "Torgerson 1952; de Silva & Tenenbaum 2004"),
                           Manifold::euclidean()) {}
};

class ProjectHmds final : public ProjectByScaling {
public:
    ProjectHmds() : ProjectByScaling(declare(), Manifold::poincare()) {}

private:
    static Declaration declare() {
        Declaration d = projectionDeclaration("project.hmds", "Hyperbolic scaling",
                                              "Draws distances as those of points of the hyperbolic plane.",
                                              "Sala et al. 2018");
        d.parameters.push_back(real("scale", "Scale", 1, 1e-6, 1e6, "",
                                    "Hyperbolic length of a unit of distance; larger is more tree-like."));
        return d;
    }
};

HOROCYCLE_METHOD(ProjectMds);
HOROCYCLE_METHOD(ProjectHmds);

}  // namespace

}  // namespace horo
