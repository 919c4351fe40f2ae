#include "core/session/session.h"

#include <gtest/gtest.h>

#include "core/base/file.h"
#include "core/base/version.h"
#include "core/io/archive.h"
#include "tests/core/scratch.h"

namespace horo {
namespace {

using nlohmann::json;

/// One object of each kind, a view, a selection and a kept one.
Workspace example() {
    Workspace w;
    const auto items = Items::create({"a", "Bär", "動物"}).value();
    auto add = [&](const char* id, const char* name, Payload payload) -> Object {
        Object object;
        object.id = id;
        object.name = name;
        object.payload = std::move(payload);
        return object;
    };
    Object hierarchy =
        add("hierarchy-1", "Animals",
            Hierarchy::create(items, {{0, 2}, {0, 1}, {2, 1}}, {{"A", "B", "C"}, {"g", "", "g3"}}, {"said"})
                .value());
    hierarchy.origin = {"animals.tsv?order=parent-child", "abc"};
    w.add(hierarchy);

    auto e = std::make_shared<Embedding>();
    e->items = items;
    e->vectors = Vectors(3, 2, std::vector<float>{.1f, .2f, .3f, .4f, 1e-30f, -.5f});
    e->manifold = Manifold::create(ManifoldKind::Poincare, -2, {}).value();
    e->labels = {"x", "y", "x"};
    e->method = "embed.taxonomy";
    e->parameters = R"({"dim":2})";
    e->normLimit = 12;
    e->about = std::make_shared<const Table>(Table{{{"note", std::vector<std::string>{"one", "zwölf", ""}},
                                                    {"count", std::vector<double>{1, 2.5, -3}}}});
    e->textColumn = "note";
    Object embedding = add("embedding-1", "Poincaré 2-D", std::shared_ptr<const Embedding>(e));
    MadeBy made;
    made.method = "embed.taxonomy";
    made.version = "1";
    made.parameters = {{"dim", 2}, {"lr", 0.3}};
    made.inputs = {{"hierarchy", "hierarchy-1"}};
    made.seed = 18446744073709551615ull;
    made.threads = 2;
    made.deterministic = true;
    made.results = {{"loss", 0.125}, {"map", nullptr}};
    made.curves["loss"] = {{1, 2}, {3.5, 1. / 3}};
    embedding.madeBy = made;
    w.add(embedding);

    auto table = std::make_shared<Table>();
    table->header = false;
    table->columns = {{"id", std::vector<std::string>{"a", "b"}}, {"d", std::vector<double>{1. / 3, -2}}};
    w.add(add("table-1", "Pairs", std::shared_ptr<const Table>(table)));

    auto report = std::make_shared<Report>();
    report->add("map", 0.5, "micro", "", 7).interval = std::pair(0.4, 0.6);
    report->verdict = Verdict{Verdict::Answer::Partly, "Weakly", "A sentence."};
    report->addUndefined("mean_rank", "there is no pair", "filtered");
    w.add(add("report-1", "Scores", std::shared_ptr<const Report>(report)));

    w.views.push_back({"disk-1", "disk", {"embedding-1"}, {{"centre", {0.1, 0.2}}}});
    w.selection = Selection({items->id(0), items->id(2)}, "tree", items->id(2));
    w.kept.emplace_back("my three", Selection({items->id(1)}, "disk"));
    w.layout = {{"docks", "AAAA"}};
    return w;
}

void expectSame(const Workspace& a, const Workspace& b) {
    ASSERT_EQ(a.objects.size(), b.objects.size());
    for (size_t i = 0; i < a.objects.size(); ++i) {
        const Object &x = *a.objects[i], &y = *b.objects[i];
        EXPECT_EQ(x.id, y.id);
        EXPECT_EQ(x.name, y.name);
        EXPECT_EQ(x.kind(), y.kind());
        EXPECT_EQ(x.origin.source, y.origin.source);
        EXPECT_EQ(x.origin.sha256, y.origin.sha256);
        ASSERT_EQ(x.madeBy.has_value(), y.madeBy.has_value());
        if (!x.madeBy) continue;
        EXPECT_EQ(x.madeBy->parameters, y.madeBy->parameters);
        EXPECT_EQ(x.madeBy->inputs, y.madeBy->inputs);
        EXPECT_EQ(x.madeBy->seed, y.madeBy->seed);
        EXPECT_EQ(x.madeBy->results, y.madeBy->results);
        EXPECT_EQ(x.madeBy->curves, y.madeBy->curves);
        EXPECT_EQ(x.madeBy->deterministic, y.madeBy->deterministic);
    }
    const auto h = a.objects[0]->as<Hierarchy>(), k = b.objects[0]->as<Hierarchy>();
    EXPECT_EQ(h->edges(), k->edges());
    EXPECT_EQ(h->texts().labels, k->texts().labels);
    EXPECT_EQ(h->texts().glosses, k->texts().glosses);
    EXPECT_EQ(h->warnings(), k->warnings());
    for (Node v = 0; v < h->size(); ++v)
        EXPECT_TRUE(std::ranges::equal(h->parents(v), k->parents(v))) << v;
    const auto e = a.objects[1]->as<Embedding>(), f = b.objects[1]->as<Embedding>();
    EXPECT_EQ(e->items->names(), f->items->names());
    EXPECT_TRUE(std::ranges::equal(e->vectors.floats(), f->vectors.floats()));
    EXPECT_EQ(e->manifold.curvature(), f->manifold.curvature());
    EXPECT_EQ(e->labels, f->labels);
    EXPECT_EQ(e->normLimit, f->normLimit);
    ASSERT_TRUE(f->about);
    EXPECT_EQ(e->about->find("note")->values, f->about->find("note")->values);
    EXPECT_EQ(e->about->find("count")->values, f->about->find("count")->values);
    EXPECT_EQ(e->textColumn, f->textColumn);
    EXPECT_EQ(json::parse(e->parameters), json::parse(f->parameters));
    const auto t = a.objects[2]->as<Table>(), u = b.objects[2]->as<Table>();
    EXPECT_EQ(t->header, u->header);
    for (size_t c = 0; c < 2; ++c)
        EXPECT_EQ(t->columns[c].values, u->columns[c].values);
    const auto r = a.objects[3]->as<Report>(), s = b.objects[3]->as<Report>();
    ASSERT_EQ(r->scores.size(), s->scores.size());
    EXPECT_EQ(r->scores[0].interval, s->scores[0].interval);
    EXPECT_EQ(r->scores[1].value, s->scores[1].value);
    EXPECT_EQ(r->warnings, s->warnings);
    ASSERT_TRUE(s->verdict);
    EXPECT_EQ(s->verdict->answer, Verdict::Answer::Partly);
    EXPECT_EQ(s->verdict->word, "Weakly");
    EXPECT_EQ(s->verdict->sentence, "A sentence.");
    EXPECT_EQ(a.views, b.views);
    EXPECT_TRUE(a.selection == b.selection);
    ASSERT_EQ(b.kept.size(), 1u);
    EXPECT_EQ(b.kept[0].first, "my three");
    EXPECT_TRUE(a.kept[0].second == b.kept[0].second);
    EXPECT_EQ(a.layout, b.layout);
}

/// The example's members, changed by `change`, as a session again.
template <class Change>
Result<Workspace> changed(Change change) {
    auto members = unpackArchive(sessionBytes(example()).value(), "example").value();
    json root = json::parse(members["session.json"]);
    change(members, root);
    if (members.contains("session.json")) members["session.json"] = root.dump();
    return sessionFromBytes(packArchive(members, true).value(), "changed.horo");
}

using Members = std::map<std::string, std::string>;

TEST(Session, RoundTripKeepsEverything) {
    const Workspace w = example();
    const auto bytes = sessionBytes(w).value();
    EXPECT_TRUE(looksLikeSession(bytes));
    EXPECT_EQ(bytes, sessionBytes(w).value());  // the same workspace gives the same bytes
    const auto back = sessionFromBytes(bytes, "a.horo");
    ASSERT_TRUE(back.ok()) << back.error().text();
    expectSame(w, *back);
}

TEST(Session, AnEmptyWorkspaceIsASession) {
    EXPECT_TRUE(sessionFromBytes(sessionBytes(Workspace{}).value(), "").value().objects.empty());
}

TEST(Session, PythonReadsItWithoutUs) {
    if (std::system("/usr/bin/python3 -c 'import numpy' 2>/dev/null") != 0) GTEST_SKIP() << "no numpy";
    const Scratch scratch;
    ASSERT_TRUE(saveSession(example(), scratch.path("a.horo")).ok());
    const std::string program =
        "import io, json, numpy, sys, zipfile; z = zipfile.ZipFile(sys.argv[1]); s = "
        "json.loads(z.read('session.json')); "
        "load = lambda name: numpy.load(io.BytesIO(z.read(name))); o = {x['id']: x for x in s['objects']}; "
        "f = o['embedding-1']['files']; assert load(f['vectors']).shape == (3, 2); "
        "text, ends = load(f['ids']), load(f['ids_ends']).ravel(); "
        "assert [bytes(t).decode() for t in numpy.split(text, ends[:-1])] == ['a', 'Bär', '動物']; "
        "assert o['embedding-1']['made_by']['inputs'] == {'hierarchy': 'hierarchy-1'}; "
        "assert load(o['hierarchy-1']['files']['edges']).tolist() == [[0, 2], [0, 1], [2, 1]]";
    EXPECT_EQ(std::system(("/usr/bin/python3 -c \"" + program + "\" " + scratch.path("a.horo")).c_str()), 0);
}

TEST(Session, HoldsWhatTheCommandLineDocuments) {
    const auto members = unpackArchive(sessionBytes(example()).value(), "").value();
    const json root = json::parse(members.at("session.json"));
    EXPECT_EQ(root["format"], sessionFormat);
    for (const auto& object : root["objects"])
        for (const char* key : {"id", "kind", "name", "files", "made_by"})
            EXPECT_TRUE(object.contains(key)) << key;
    for (const char* key : {"method", "version", "parameters", "inputs", "seed"})
        EXPECT_TRUE(root["objects"][1]["made_by"].contains(key)) << key;
    EXPECT_TRUE(root.contains("views") && root.contains("selections"));
}

TEST(Session, OfANewerVersionSaysSo) {
    const auto result = changed([](Members&, json& root) {
        root["format"] = sessionFormat + 1;
        root["version"] = "9.9";
    });
    ASSERT_FALSE(result.ok());
    EXPECT_NE(result.error().cause.find("9.9"), std::string::npos) << result.error().text();
    EXPECT_NE(result.error().advice.find("newer"), std::string::npos);
    EXPECT_EQ(result.error().place, "changed.horo");
}

TEST(Session, NamesAMissingMember) {
    const auto result =
        changed([](Members& members, json&) { members.erase("objects/embedding-1/vectors.npy"); });
    ASSERT_FALSE(result.ok());
    EXPECT_NE(result.error().cause.find("objects/embedding-1/vectors.npy"), std::string::npos);
    EXPECT_NE(result.error().cause.find("Poincaré 2-D"), std::string::npos);
}

TEST(Session, EveryMissingMemberIsAnError) {
    const auto members = unpackArchive(sessionBytes(example()).value(), "").value();
    for (const auto& [name, bytes] : members)
        EXPECT_FALSE(changed([member = name](Members& m, json&) { m.erase(member); }).ok()) << name;
}

TEST(Session, DamageIsAnErrorAndNeverACrash) {
    const std::vector<std::pair<const char*, std::function<void(json&)>>> damages{
        {"no objects", [](json& r) { r.erase("objects"); }},
        {"objects of a wrong type", [](json& r) { r["objects"] = 3; }},
        {"no format", [](json& r) { r.erase("format"); }},
        {"two equal ids", [](json& r) { r["objects"][1]["id"] = "hierarchy-1"; }},
        {"an unknown kind", [](json& r) { r["objects"][0]["kind"] = "spell"; }},
        {"a kind that does not fit", [](json& r) { r["objects"][0]["kind"] = "embedding"; }},
        {"files of a wrong type",
         [](json& r) {
             r["objects"][0]["files"] = {1, 2};
         }},
        {"a file of a wrong type", [](json& r) { r["objects"][0]["files"]["edges"] = 7; }},
        {"edges that are texts",
         [](json& r) { r["objects"][0]["files"]["edges"] = r["objects"][1]["files"]["meta"]; }},
        {"a seed of a wrong type", [](json& r) { r["objects"][1]["made_by"]["seed"] = "x"; }},
        {"a selection of texts", [](json& r) { r["selections"][0]["items"] = {"x"}; }},
        {"a view without a type", [](json& r) { r["views"][0].erase("type"); }},
    };
    for (const auto& [what, damage] : damages) {
        const auto result = changed([&harm = damage](Members&, json& root) { harm(root); });
        EXPECT_FALSE(result.ok()) << what;
        EXPECT_TRUE(result.ok() || result.error().blame == Blame::Input) << what;
    }
}

TEST(Session, EveryBeginningOfAFileIsAnError) {
    const auto bytes = sessionBytes(example()).value();
    for (size_t length = 0; length < bytes.size(); length += 13)
        EXPECT_FALSE(sessionFromBytes(std::string_view(bytes).substr(0, length), "cut").ok()) << length;
    EXPECT_FALSE(sessionFromBytes("PK\x03\x04 but nothing else", "cut").ok());
    EXPECT_FALSE(sessionFromBytes(packArchive({{"other", "x"}}, false).value(), "zip").ok());
}

}  // namespace
}  // namespace horo
