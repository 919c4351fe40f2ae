// What all projections owe.
#include <gtest/gtest.h>

#include "core/method/registry.h"
#include "core/method/run.h"
#include "tests/core/projection/sample_rows.h"

namespace horo {
namespace {

std::shared_ptr<const Embedding> pictureOf(const std::string& id, const Embedding& rows) {
    Run run;
    run.method = *Registry::global().find(id);
    run.parameters = Parameters(run.method->declaration());
    auto object = std::make_shared<Object>();
    object->payload = std::make_shared<const Embedding>(rows);
    run.inputs["embedding"] = std::move(object);
    Context context({});
    const auto done = execute(run, context);
    EXPECT_TRUE(done) << done.error().text();
    return std::get<std::shared_ptr<const Embedding>>(done->outcome.output);
}

TEST(Projection, OfDoublesIsInDoubles) {
    const Embedding rows = randomRows(Manifold::poincare(), 20, 3, 1, 1);
    ASSERT_TRUE(rows.vectors.isDouble());
    for (const char* id : {"project.pca", "project.mds", "project.hmds", "project.tsne", "project.umap",
                           "project.horopca", "project.hyperbolic-tsne"})
        EXPECT_TRUE(pictureOf(id, rows)->vectors.isDouble()) << id;
}

}  // namespace
}  // namespace horo
