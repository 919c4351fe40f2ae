#include "core/plugin/plugin_contents.h"

#include <cxxabi.h>
#include <dlfcn.h>
#include <fmt/format.h>

#include <cstdlib>

#include "core/plugin/plugin_api.h"
#include "core/program/program_method.h"

namespace horo {

namespace {

/// A method of a library. The declaration is copied once: the plugin is not asked again.
class BorderMethod final : public Method {
public:
    BorderMethod(std::unique_ptr<const Method> inner, Declaration declaration)
        : inner_(std::move(inner)), declaration_(std::move(declaration)) {}

    const Declaration& declaration() const override { return declaration_; }

    Estimate estimate(const Inputs& inputs, const Parameters& parameters,
                      const Conditions& conditions) const override {
        Estimate estimate;
        const auto asked =
            guardPlugin("", [&] { estimate = inner_->estimate(inputs, parameters, conditions); });
        return asked ? estimate : Estimate();
    }

    Inputs sampleInputs() const override {
        Inputs inputs;
        const auto asked = guardPlugin("", [&] { inputs = inner_->sampleInputs(); });
        return asked ? inputs : Inputs();
    }

    // What this throws is caught by execute(), as with every method.
    Result<Outcome> run(const Inputs& inputs, const Parameters& parameters, Context& context) const override {
        return inner_->run(inputs, parameters, context);
    }

private:
    std::unique_ptr<const Method> inner_;
    Declaration declaration_;
};

Error cannotOpen(const std::string& reason) {
    return inputError(reason, "build the plugin again, or install what it needs");
}

std::string readable(const std::string& symbol) {
    int status = 0;
    const std::unique_ptr<char, decltype(&std::free)> name(
        abi::__cxa_demangle(symbol.c_str(), nullptr, nullptr, &status), &std::free);
    return status == 0 ? name.get() : symbol;
}

/// What glibc's dlerror says, as a sentence. It names the file first, which the person sees elsewhere.
std::string dynamicError(const std::filesystem::path& file) {
    const char* text = dlerror();
    std::string reason = text ? text : "it cannot be opened";
    if (const std::string start = file.string() + ": "; reason.starts_with(start))
        reason.erase(0, start.size());
    constexpr std::string_view undefined = "undefined symbol: ", missing = ": cannot open shared object file";
    if (reason.starts_with(undefined))
        return fmt::format("it needs {}, which is not there", readable(reason.substr(undefined.size())));
    if (const size_t end = reason.find(missing); end != std::string::npos)
        return fmt::format("it needs the library {}, which is not there", reason.substr(0, end));
    return reason;
}

Result<const PluginEntry*> enter(const PluginDescription& description, void*& library) {
    const auto file = description.folder() / description.library;
    std::error_code ignored;
    if (!std::filesystem::exists(file, ignored))
        return cannotOpen(fmt::format("its library {} is not beside its description", description.library));
    const auto opened = guardPlugin(
        "opening it", [&] { library = dlopen(file.c_str(), RTLD_NOW | RTLD_LOCAL | RTLD_NODELETE); });
    if (!opened) return opened.error();
    if (!library) return cannotOpen(dynamicError(file));
    using Entry = const PluginEntry* (*)();
    const auto entry = reinterpret_cast<Entry>(dlsym(library, pluginEntryName));
    if (!entry)
        return cannotOpen("its library has no entry function: it was not made by horocycle_add_plugin");
    const PluginEntry* offered = nullptr;
    if (const auto asked = guardPlugin("its entry function", [&] { offered = entry(); }); !asked)
        return asked.error();
    if (!offered || offered->api != pluginApi)
        return cannotOpen(fmt::format("its library is made for plugin interface {}, this Horocycle has {}",
                                      offered ? offered->api : 0, pluginApi));
    return offered;
}

}  // namespace

Result<void> guardPlugin(const std::string& what, const std::function<void()>& call) {
    try {
        call();
        return {};
    } catch (const std::exception& fault) {
        return inputError(fmt::format("{} failed: {}", what, fault.what()),
                          "report it to the plugin's author");
    } catch (...) {
        return inputError(fmt::format("{} failed for an unknown reason", what),
                          "report it to the plugin's author");
    }
}

Result<PluginContents> openPlugin(const PluginDescription& description) {
    PluginContents contents;
    for (const auto& program : description.methods) {
        auto method = programMethod(program, description.folder());
        if (!method) return method.error();
        contents.methods.push_back(std::move(*method));
    }
    if (description.library.empty()) return contents;
    const auto entry = enter(description, contents.library);
    if (!entry) return entry.error();
    for (const auto* offer = (*entry)->methods; offer; offer = offer->next()) {
        std::unique_ptr<const Method> method;
        Declaration declaration;
        const auto made = guardPlugin("making a method", [&] {
            method = offer->make();
            declaration = method->declaration();
        });
        if (!made) return made.error();
        if (auto complete = requireComplete(declaration); !complete) return complete.error();
        contents.methods.push_back(std::make_unique<BorderMethod>(std::move(method), std::move(declaration)));
    }
    for (const auto* offer = (*entry)->readers; offer; offer = offer->next())
        if (const auto made =
                guardPlugin("making a reader", [&] { contents.readers.push_back(offer->make()); });
            !made)
            return made.error();
    return contents;
}

}  // namespace horo
