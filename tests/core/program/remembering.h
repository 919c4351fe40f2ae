// What the tests of outside programs share: descriptions, a context that remembers, processes looked up.
#pragma once

#include <gtest/gtest.h>

#include <chrono>
#include <filesystem>
#include <fstream>
#include <functional>
#include <map>
#include <nlohmann/json.hpp>
#include <string>
#include <thread>
#include <vector>

#include "core/io/reader.h"
#include "core/method/run.h"
#include "core/program/program_method.h"
#include "tests/core/scratch.h"

namespace horo {

inline const std::filesystem::path programs = std::filesystem::path(HOROCYCLE_TEST_DATA) / "programs";

/// A method with a hierarchy as its input and its output.
inline nlohmann::json describe(std::vector<std::string> program) {
    return {{"id", "embed.sample"},
            {"version", "1"},
            {"title", "Sample"},
            {"summary", "A program for tests."},
            {"citation", "nobody 2024"},
            {"inputs", {{{"name", "hierarchy"}, {"kinds", {"hierarchy"}}, {"help", "the edges"}}}},
            {"outputs", {{{"name", "copy"}, {"kinds", {"hierarchy"}}, {"help", "the same edges"}}}},
            {"program", std::move(program)},
            {"grace", 20}};
}

/// The same with a script for sh; what the description must pass on stands in $1 and $2.
inline nlohmann::json shell(const std::string& script) {
    return describe({"sh", "-c", script, "sh", "{input.hierarchy}", "{output}"});
}

class Remembering : public Context {
public:
    Remembering() : Context({7, 2, "cpu", false}) {}
    bool keepGoing() override { return !stopWhen || !stopWhen(*this); }
    void progress(const Progress& p) override { progresses.push_back(p); }
    bool wantsPicture() override { return true; }
    void publish(Payload picture) override { pictures.push_back(std::move(picture)); }
    void measure(std::string_view curve, double x, double y) override {
        curves[std::string(curve)].x.push_back(x);
        curves[std::string(curve)].y.push_back(y);
    }
    void log(std::string_view line) override { lines.emplace_back(line); }

    size_t count(std::string_view begin) const {
        size_t n = 0;
        for (const auto& line : lines)
            n += line.starts_with(begin);
        return n;
    }
    /// The numbers of "pid N" lines.
    std::vector<int> processes() const {
        std::vector<int> all;
        for (const auto& line : lines)
            if (line.starts_with("pid ")) all.push_back(std::stoi(line.substr(4)));
        return all;
    }

    std::function<bool(const Remembering&)> stopWhen;
    std::vector<Progress> progresses;
    std::vector<Payload> pictures;
    Curves curves;
    std::vector<std::string> lines;
};

/// a above b and c.
inline std::shared_ptr<const Object> edges() {
    Object object;
    object.id = "hierarchy-1";
    object.name = "three";
    object.payload = Hierarchy::create(Items::create({"a", "b", "c"}).value(), {{0, 1}, {0, 2}}).value();
    return std::make_shared<const Object>(std::move(object));
}

inline Result<Finished> runProgramOf(const nlohmann::json& description, Context& context,
                                     const std::map<std::string, std::string>& settings = {},
                                     std::map<std::string, std::shared_ptr<const Object>> inputs = {
                                         {"hierarchy", edges()}}) {
    const auto method = programMethod(description, programs);
    if (!method) return method.error();
    Parameters parameters((*method)->declaration());
    for (const auto& [name, value] : settings)
        if (auto set = parameters.set((*method)->declaration(), name, value); !set) return set.error();
    return execute({method->get(), std::move(inputs), parameters}, context);
}

/// Whether it is there and not only a name in the table of processes.
inline bool isAlive(int process) {
    std::ifstream file("/proc/" + std::to_string(process) + "/stat");
    const std::string text((std::istreambuf_iterator<char>(file)), {});
    const size_t state = text.rfind(')') + 2;
    return state < text.size() && text[state] != 'Z' && text[state] != 'X';
}

inline bool waitFor(const std::function<bool()>& condition) {
    const auto end = std::chrono::steady_clock::now() + std::chrono::seconds(30);
    while (!condition()) {
        if (std::chrono::steady_clock::now() > end) return false;
        std::this_thread::sleep_for(std::chrono::milliseconds(5));
    }
    return true;
}

}  // namespace horo
