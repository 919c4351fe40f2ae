// Runs with several outputs.
#include <gtest/gtest.h>

#include "core/method/run.h"
#include "core/session/record.h"

namespace horo {
namespace {

Payload oneText(const std::string& bytes) {
    return std::make_shared<const Text>(Text::ofLines(bytes));
}

/// Declares the texts `first` and `second`, and gives what it is told to.
class TwoTexts final : public Method {
public:
    explicit TwoTexts(Outcome outcome) : outcome_(std::move(outcome)) {
        declaration_.id = "test.two";
        declaration_.version = "1";
        declaration_.title = "Two texts";
        declaration_.summary = "Gives two texts.";
        declaration_.citation = "none";
        declaration_.outputs = {{"first", {Kind::Text}, "a text"}, {"second", {Kind::Text}, "another"}};
    }
    const Declaration& declaration() const override { return declaration_; }
    Result<Outcome> run(const Inputs&, const Parameters&, Context&) const override { return outcome_; }

    Declaration declaration_;

private:
    Outcome outcome_;
};

Outcome both() {
    Outcome outcome;
    outcome.output = oneText("a");
    outcome.others["second"] = oneText("b");
    return outcome;
}

Result<Finished> ran(const TwoTexts& method) {
    Context context({});
    horo::Run run;
    run.method = &method;
    return execute(run, context);
}

TEST(Outputs, AreRecordedOneObjectEach) {
    const TwoTexts method(both());
    EXPECT_TRUE(requireComplete(method.declaration()).ok());
    const auto finished = ran(method).value();
    Workspace workspace;
    horo::Run run;
    run.method = &method;
    const std::string id = recordRun(workspace, run, finished, {{"second", {"b.txt", "sum"}}});
    ASSERT_EQ(workspace.objects.size(), 2u);
    EXPECT_EQ(workspace.objects[0]->id, id);
    EXPECT_EQ(workspace.objects[0]->name, "Two texts, first");
    EXPECT_EQ(workspace.objects[1]->name, "Two texts, second");
    EXPECT_EQ(workspace.objects[1]->as<Text>()->bytes, "b");
    EXPECT_EQ(workspace.objects[1]->origin.source, "b.txt");
    EXPECT_TRUE(workspace.objects[0]->origin.source.empty());
}

TEST(Outputs, ThatDoNotFitTheDeclarationAreRefused) {
    Outcome lacking = both(), strange = both(), wrong = both();
    lacking.others.clear();
    strange.others["third"] = oneText("c");
    wrong.others["second"] = std::make_shared<const Table>();
    for (const Outcome& outcome : {lacking, strange, wrong}) {
        const auto finished = ran(TwoTexts(outcome));
        ASSERT_FALSE(finished.ok());
        EXPECT_EQ(finished.error().blame, Blame::Program);
    }
    lacking.partial = true;
    EXPECT_TRUE(ran(TwoTexts(lacking)).ok());
}

TEST(Outputs, HaveDifferentNames) {
    TwoTexts method(both());
    method.declaration_.outputs[1].name = "first";
    EXPECT_FALSE(requireComplete(method.declaration()).ok());
}

}  // namespace
}  // namespace horo
