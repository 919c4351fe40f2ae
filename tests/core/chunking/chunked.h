// Runs of chunkers on small texts.
#pragma once

#include <gtest/gtest.h>

#include <map>
#include <string>
#include <vector>

#include "core/method/registry.h"
#include "core/method/run.h"

namespace horo {

inline Result<Finished> runChunker(const char* id, const std::string& bytes,
                                   const std::map<std::string, std::string>& settings = {}) {
    const Method* method = Registry::global().find(id).value();
    Run run{method, {}, Parameters(method->declaration())};
    auto object = std::make_shared<Object>();
    object->payload = std::make_shared<const Text>(Text::ofLines(bytes));
    run.inputs["text"] = object;
    for (const auto& [name, value] : settings)
        EXPECT_TRUE(run.parameters.set(method->declaration(), name, value).ok()) << name;
    Context context{Conditions{}};
    return execute(run, context);
}

/// The units of the level that is scored, which is the top one, and the scores.
struct Chunked {
    std::vector<std::string> units;
    Report report;
    std::shared_ptr<const Segmentation> segmentation;
    double score(const char* key) const { return *report.find(key)->value; }
};

inline Chunked chunk(const char* id, const std::string& bytes,
                     const std::map<std::string, std::string>& settings = {}) {
    auto finished = runChunker(id, bytes, settings);
    EXPECT_TRUE(finished.ok()) << (finished ? "" : finished.error().text());
    const auto cut = std::get<std::shared_ptr<const Segmentation>>(finished->outcome.output);
    Chunked result{{}, finished->outcome.report, cut};
    const size_t top = cut->levels.size() - 1;
    for (size_t i = 0; i < cut->levels[top].size(); ++i)
        result.units.push_back(cut->label(top, i));
    return result;
}

}  // namespace horo
