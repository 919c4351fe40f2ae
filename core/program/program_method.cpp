#include "core/program/program_method.h"

#include <fmt/format.h>

#include "core/program/program_description.h"
#include "core/program/program_run.h"

namespace horo {

namespace {

class ProgramMethod final : public Method {
public:
    explicit ProgramMethod(ProgramDescription description) : description_(std::move(description)) {}
    const Declaration& declaration() const override { return description_.declaration; }
    Result<Outcome> run(const Inputs& inputs, const Parameters& parameters, Context& context) const override {
        return runProgram(description_, inputs, parameters, context);
    }

private:
    ProgramDescription description_;
};

}  // namespace

Result<std::unique_ptr<const Method>> programMethod(const nlohmann::json& description,
                                                    const std::filesystem::path& folder) {
    auto read = readProgramDescription(description, folder);
    if (!read) return read.error();
    return std::unique_ptr<const Method>(std::make_unique<ProgramMethod>(std::move(*read)));
}

}  // namespace horo
