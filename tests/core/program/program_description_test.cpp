// Descriptions of outside programs: what is right, and what each mistake is called.
#include "tests/core/program/remembering.h"

namespace horo {
namespace {

using nlohmann::json;

const json& whole() {
    static const json d = json::parse(R"({
        "id": "embed.sample", "version": "2", "title": "Sample", "summary": "A program for tests.",
        "citation": "nobody 2024", "deterministic": true,
        "inputs": [{"name": "edges", "kinds": ["hierarchy", "table"], "help": "the edges", "format": "csv"},
                   {"name": "start", "kinds": ["embedding"], "help": "the first rows", "required": false}],
        "outputs": [{"name": "rows", "kinds": ["embedding"], "help": "one row a node"}],
        "parameters": [
            {"name": "dim", "label": "Dimensions", "type": "integer", "default": 2, "range": [1, null],
             "unit": "columns", "help": "How many columns a row has."},
            {"name": "lr", "type": "real", "default": 1, "range": [0, 10], "help": "How far a step goes."},
            {"name": "how", "type": "choice", "default": "near", "range": ["near", "far"], "help": "Which pairs count."},
            {"name": "fast", "type": "boolean", "default": false, "help": "Whether to hurry.", "advanced": true},
            {"name": "note", "type": "text", "default": "", "help": "A word to go along."}],
        "program": ["python3", "{folder}/x.py", "{input.edges}", "--start", "{input.start}", "{dim}", "{lr}",
                    "{how}", "{fast}", "{note}", "{seed}", "{threads}", "{output}", "{results}"],
        "grace": 1.5, "silence": 60})");
    return d;
}

TEST(ProgramDescription, DeclaresTheMethod) {
    const auto method = programMethod(whole(), programs);
    ASSERT_TRUE(method.ok()) << method.error().text();
    const Declaration& d = (*method)->declaration();
    EXPECT_EQ(d.id, "embed.sample");
    EXPECT_EQ(d.version, "2");
    EXPECT_TRUE(d.deterministic);
    EXPECT_EQ(d.inputs.size(), 2u);
    EXPECT_EQ(d.inputs[0].kinds, (std::vector<Kind>{Kind::Hierarchy, Kind::Table}));
    EXPECT_FALSE(d.inputs[1].required);
    EXPECT_EQ(d.parameters[0].label, "Dimensions");
    EXPECT_EQ(d.parameters[0].low, 1);
    EXPECT_EQ(d.parameters[0].high, std::nullopt);
    EXPECT_EQ(d.parameters[1].label, "lr");
    EXPECT_EQ(std::get<double>(d.parameters[1].fallback), 1);
    EXPECT_EQ(d.parameters[2].choices, (std::vector<std::string>{"near", "far"}));
    EXPECT_TRUE(d.parameters[3].advanced);

    // What `methods --json` writes of the ports and parameters is the same.
    const json written = toJson(d);
    EXPECT_EQ(written["parameters"][0]["range"], whole()["parameters"][0]["range"]);
    EXPECT_EQ(written["parameters"][2]["range"], whole()["parameters"][2]["range"]);
}

struct Mistake {
    const char* name;
    const char* patch;  ///< JSON Patch
    const char* said;   ///< part of the error
};

class ProgramMistake : public testing::TestWithParam<Mistake> {};

TEST_P(ProgramMistake, IsNamed) {
    const json d = whole().patch(json::parse(GetParam().patch));
    const auto method = programMethod(d, programs);
    ASSERT_FALSE(method.ok());
    EXPECT_NE(method.error().text().find(GetParam().said), std::string::npos) << method.error().text();
    EXPECT_FALSE(method.error().advice.empty());
}

#define WITH(path, value) R"([{"op": "add", "path": ")" path R"(", "value": )" value "}]"
#define WITHOUT(path) R"([{"op": "remove", "path": ")" path R"("}])"

INSTANTIATE_TEST_SUITE_P(
    All, ProgramMistake,
    testing::Values(
        Mistake{"NoObject", WITH("", "[]"), "the description is no JSON object"},
        Mistake{"NoId", WITHOUT("/id"), "'id' is missing"},
        Mistake{"IdIsNoText", WITH("/id", "3"), "'id' is no text"},
        Mistake{"IdOfAnotherForm", WITH("/id", R"("Embed")"), "family.name"},
        Mistake{"EmptyVersion", WITH("/version", R"("")"), "embed.sample: 'version' is empty"},
        Mistake{"NoTitle", WITHOUT("/title"), "'title' is missing"},
        Mistake{"SummaryOfOneWord", WITH("/summary", R"("Word")"), "no summary of one sentence"},
        Mistake{"NoCitation", WITHOUT("/citation"), "'citation' is missing"},
        Mistake{"UnknownField", WITH("/citaton", R"("x")"),
                "'citaton' is no field that is known; did you mean 'citation'?"},
        Mistake{"UnknownFieldOfAPort", WITH("/inputs/0/kind", R"("x")"),
                "'inputs[0].kind' is no field that is known; did you mean 'kinds'?"},
        Mistake{"UnknownFieldOfAParameter", WITH("/parameters/1/units", R"("x")"), "did you mean 'unit'?"},
        Mistake{"DeterministicIsNoBoolean", WITH("/deterministic", R"("yes")"),
                "'deterministic' is neither true nor false"},
        Mistake{"InputsAreNoList", WITH("/inputs", R"({"a": 1})"), "'inputs' is no list"},
        Mistake{"AnInputIsNoObject", WITH("/inputs/0", R"("edges")"), "'inputs[0]' is no JSON object"},
        Mistake{"NoKinds", WITHOUT("/inputs/0/kinds"), "'inputs[0].kinds' is empty"},
        Mistake{"UnknownKind", WITH("/outputs/0/kinds/0", R"("embeding")"), "did you mean 'embedding'?"},
        Mistake{"KindWithoutAFile", WITH("/outputs/0/kinds/0", R"("report")"),
                "'outputs[0].kinds[0]' is 'report'"},
        Mistake{"KindIsNoText", WITH("/inputs/0/kinds/0", "1"), "'inputs[0].kinds[0]' is no text"},
        Mistake{"FormatDoesNotSuit", WITH("/inputs/0/format", R"("npz")"),
                "'inputs[0].format' is npz, but a hierarchy is not written so"},
        Mistake{"TwoOutputs", R"([{"op": "copy", "from": "/outputs/0", "path": "/outputs/1"}])",
                "more than one output"},
        Mistake{"NameOfAPort", WITH("/inputs/1/name", R"("Start")"), "names nothing"},
        Mistake{"NoHelp", WITHOUT("/parameters/0/help"), "'parameters[0].help' is missing"},
        Mistake{"HelpOfOneWord", WITH("/parameters/0/help", R"("Word")"),
                "parameter dim has no help of one sentence"},
        Mistake{"NoType", WITHOUT("/parameters/0/type"), "'parameters[0].type' is missing"},
        Mistake{"UnknownType", WITH("/parameters/0/type", R"("int")"),
                "'parameters[0].type' is 'int', which is no type"},
        Mistake{"NoDefault", WITHOUT("/parameters/0/default"), "'parameters[0].default' is missing"},
        Mistake{"DefaultOfAnotherType", WITH("/parameters/0/default", "2.5"),
                "'parameters[0].default' is no value of type integer"},
        Mistake{"DefaultTooLarge", WITH("/parameters/0/default", "18446744073709551615"),
                "is no value of type integer"},
        Mistake{"DefaultOutOfRange", WITH("/parameters/1/default", "11"),
                "parameter lr refuses its own default"},
        Mistake{"DefaultIsNoChoice", WITH("/parameters/2/default", R"("middle")"),
                "parameter how refuses its own default"},
        Mistake{"NoChoices", WITHOUT("/parameters/2/range"), "parameter how has no choices"},
        Mistake{"RangeOfThree", WITH("/parameters/1/range", "[1, 2, 3]"),
                "'parameters[1].range' is no range"},
        Mistake{"RangeOfAText", WITH("/parameters/4/range", "[1, 2]"), "'parameters[4].range' is no range"},
        Mistake{"RangeUpsideDown", WITH("/parameters/1/range", "[2, 1]"), "ends before it starts"},
        Mistake{"ParameterTwice", R"([{"op": "copy", "from": "/parameters/0", "path": "/parameters/1"}])",
                "parameter dim is there twice"},
        Mistake{"NameOfAPlaceholder", WITH("/parameters/0/name", R"("seed")"),
                "'seed', which is a placeholder already"},
        Mistake{"NoProgram", WITHOUT("/program"), "'program' is missing"},
        Mistake{"EmptyProgram", WITH("/program", "[]"), "'program' is empty"},
        Mistake{"ProgramIsAText", WITH("/program", R"("python3 x.py")"), "'program' is no list"},
        Mistake{"ArgumentIsANumber", WITH("/program/1", "1"), "'program[1]' is no text"},
        Mistake{"UnknownPlaceholder", WITH("/program/5", R"("{dimm}")"),
                "'program[5]' has a placeholder, {dimm}, that names nothing; did you mean {dim}?"},
        Mistake{"InputWithoutItsPrefix", WITH("/program/2", R"("{edges}")"), "{edges}, that names nothing"},
        Mistake{"OpenBrace", WITH("/program/1", R"("{folder/x.py")"),
                "'program[1]' has a brace without its partner"},
        Mistake{"ClosingBrace", WITH("/program/1", R"("x}")"), "has a brace without its partner"},
        Mistake{"ZeroByte", WITH("/program/1", R"("a\u0000b")"), "'program[1]' holds a zero byte"},
        Mistake{"ProgramOfAParameter", WITH("/program/0", R"("{note}")"),
                "'program[0]' holds a placeholder other than {folder}"},
        Mistake{"ProgramOfAnywhere", WITH("/program/0", R"("bin/x")"), "begin it with {folder}/"},
        Mistake{"ProgramIsEmpty", WITH("/program/0", R"("")"), "'program[0]' is empty"},
        Mistake{"InputUnused", WITHOUT("/program/2"), "does not hold {input.edges}"},
        Mistake{"ParameterUnused", WITHOUT("/program/5"), "does not hold {dim}"},
        Mistake{"OutputUnused", WITHOUT("/program/12"), "does not hold {output}"},
        Mistake{"OutputUndeclared", WITHOUT("/outputs"), "no output is declared"},
        Mistake{"NothingComesBack",
                R"([{"op": "remove", "path": "/outputs"}, {"op": "remove", "path": "/program/13"},
                                        {"op": "remove", "path": "/program/12"}])",
                "neither {output} nor {results}"},
        Mistake{"GraceIsNegative", WITH("/grace", "-1"), "'grace' is not a number from 0 to 3600"},
        Mistake{"SilenceIsAText", WITH("/silence", R"("long")"), "'silence' is not a number"}),
    [](const auto& info) { return std::string(info.param.name); });

}  // namespace
}  // namespace horo
