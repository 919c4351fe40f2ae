#include <gtest/gtest.h>

#include "tests/core/projection/sample_rows.h"
#include "tests/core/spaces/run_method.h"

namespace horo {
namespace {

using Texts = std::vector<std::string>;

template <class T>
std::vector<T> columnOf(const Finished& done, size_t column) {
    const auto table = std::get<std::shared_ptr<const Table>>(done.outcome.output);
    return std::get<std::vector<T>>(table->columns[column].values);
}

TEST(MeasureOutliers, FindsTheRowsAmongOthers) {
    Embedding rows = embeddingOf({0, 0.1, 0.2, 0.3, 10, 10.1, 10.2, 10.3}, 1);
    rows.labels = {"a", "a", "a", "b", "b", "b", "b", "a"};
    const auto done =
        runMethod("measure.outliers", {{"embedding", payloadOf(rows)}}, {{"k", "3"}, {"each", "1"}});
    ASSERT_TRUE(done) << done.error().text();
    EXPECT_EQ(columnOf<std::string>(*done, 0), (Texts{"row 7", "row 3"}));
    EXPECT_EQ(columnOf<std::string>(*done, 1), (Texts{"a", "b"}));
    EXPECT_EQ(columnOf<double>(*done, 2), (std::vector<double>{0, 0}));
    EXPECT_EQ(columnOf<std::string>(*done, 3), (Texts{"b", "a"}));
    EXPECT_EQ(columnOf<double>(*done, 4), (std::vector<double>{3, 3}));
}

TEST(MeasureOutliers, LeavesOutRowsAmongTheirOwn) {
    const auto done =
        runMethod("measure.outliers", {{"embedding", payloadOf(clusters(3, 20, 2, 100, 1))}}, {{"k", "5"}});
    ASSERT_TRUE(done) << done.error().text();
    EXPECT_TRUE(columnOf<std::string>(*done, 0).empty());
    EXPECT_EQ(*done->outcome.report.find("neighborhood_hit")->value, 1);
}

TEST(MeasureOutliers, AsksForLabels) {
    EXPECT_FALSE(runMethod("measure.outliers", {{"embedding", payloadOf(embeddingOf({1, 2}, 1))}}, {}));
}

}  // namespace
}  // namespace horo
