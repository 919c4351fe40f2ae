#include "core/hierarchy/matched_names.h"

#include <gtest/gtest.h>

#include "core/hierarchy/node_names.h"
#include "core/io/reader.h"
#include "core/measure/matched_rows.h"
#include "tests/core/scratch.h"

namespace horo {
namespace {

using Nodes = std::vector<Node>;

/// all > {animals, tools}; a cat in each, as the reader of lineages names them, and one dog.
std::shared_ptr<const Hierarchy> repeated() {
    const Scratch scratch;
    const auto opened = openSource(
        scratch.file("l.csv", "all,animals,cat\nall,tools,cat\nall,animals,dog\n") + "?format=lineage");
    return std::get<std::shared_ptr<const Hierarchy>>(opened->payload);
}

TEST(NodeNames, FindsByNameThenByTheEndingOfOnePath) {
    const auto h = repeated();
    const NodeNames names(*h);
    const auto found = [&](const char* text) {
        std::vector<std::string> texts;
        for (const Node v : names.find(text))
            texts.push_back(h->name(v));
        return texts;
    };
    using Texts = std::vector<std::string>;
    EXPECT_EQ(found("dog"), (Texts{"dog"}));
    EXPECT_EQ(found("animals/dog"), (Texts{"dog"}));
    EXPECT_EQ(found("all/animals/dog"), (Texts{"dog"}));
    EXPECT_EQ(found("cat").size(), 2u);
    EXPECT_EQ(found("tools/cat").size(), 1u);
    EXPECT_EQ(found("tools/cat"), found("all/tools/cat"));
    EXPECT_EQ(found("tools/dog"), Texts());
    EXPECT_EQ(found("nimals/dog"), Texts());
    EXPECT_EQ(found("all/dog"), Texts());
    EXPECT_EQ(found(""), Texts());
    EXPECT_EQ(found("/dog"), Texts());
}

TEST(NodeNames, ANameMayHoldASlashAndANodeSeveralParents) {
    const auto h = *Hierarchy::create(Items::create({"r", "a", "b", "c/d", "e"}).value(),
                                      {{0, 1}, {0, 2}, {1, 3}, {2, 3}, {3, 4}});
    const NodeNames names(*h);
    EXPECT_EQ(names.find("c/d"), (Nodes{3}));
    EXPECT_EQ(names.find("b/c/d"), (Nodes{3}));
    EXPECT_EQ(names.find("r/a/c/d/e"), (Nodes{4}));
    EXPECT_EQ(names.find("d"), Nodes());
}

TEST(NodeNames, AliasesComeAfterNames) {
    Hierarchy::Texts texts;
    texts.aliases = {"", "9", "1"};
    const auto h = *Hierarchy::create(Items::create({"r", "boot", "9x"}).value(), {{0, 1}, {0, 2}}, texts);
    EXPECT_EQ(NodeNames(*h).find("9"), (Nodes{1}));
    EXPECT_EQ(NodeNames(*h).find("9x"), (Nodes{2}));
    EXPECT_EQ(NodeNames(*h).find(""), Nodes());
}

TEST(MatchedNames, CountsAndListsWhatIsFoundAndWhatIsNot) {
    const auto h = repeated();
    const std::vector<std::string> names{"dog", "cat", "cow", "animals/cat", "dog"};
    const MatchedNames matched(names, *h);
    EXPECT_EQ(matched.matched(), 3u);
    EXPECT_EQ(matched.missing, (std::vector<size_t>{2}));
    ASSERT_EQ(matched.ambiguous.size(), 1u);
    EXPECT_EQ(matched.ambiguous[0].place, 1u);
    EXPECT_EQ(matched.ambiguous[0].candidates.size(), 2u);
    EXPECT_EQ(matched.nodes[0], matched.nodes[4]);
    EXPECT_EQ(matched.nodes[1], MatchedNames::none);
}

TEST(MatchedRows, TakesPathsWhereNamesDoNotDo) {
    const auto h = repeated();
    Embedding e;
    e.items = Items::create({"all/tools/cat", "cat", "animals/dog", "dog", "all"}).value();
    e.vectors = Vectors(5, 1, std::vector<double>{0, 1, 2, 3, 4});
    const MatchedRows match(e, *h);
    EXPECT_EQ(match.sourceRows.size(), 3u);  // all, tools/cat, dog by its name
    EXPECT_EQ(match.strangers, 2u);
    const Node dog = NodeNames(*h).find("dog").front();
    EXPECT_EQ(match.sourceRows[match.rowOfNode[dog]], 3u);
    Embedding numbered = e;
    numbered.items = Items::create({"0", "1", "2", "3", "4"}, "a file").value();
    EXPECT_TRUE(MatchedRows(numbered, *h).nodes.empty());
}

}  // namespace
}  // namespace horo
