#include "core/plugin/plugin.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "core/base/file.h"
#include "core/io/json_text.h"

namespace horo {

using nlohmann::json;

namespace {

constexpr uint64_t descriptionLimit = 1 << 20;

class Fields {
public:
    Fields(const json& object, std::string place) : object_(object), place_(std::move(place)) {}

    Error wrong(const std::string& cause) const {
        return inputError(cause, "correct the description; the guide to plugins lists its fields", place_);
    }
    bool has(const char* key) const { return object_.contains(key); }

    Result<void> text(const char* key, std::string& value, bool required = true) const {
        const auto found = object_.find(key);
        if (found == object_.end() && !required) return {};
        if (found == object_.end()) return wrong(fmt::format("lacks the field '{}'", key));
        if (!found->is_string() || found->get_ref<const std::string&>().empty())
            return wrong(fmt::format("has a field '{}' that is no text", key));
        value = *found;
        return {};
    }

    Result<void> texts(const char* key, std::vector<std::string>& values, bool required) const {
        const auto found = object_.find(key);
        if (found == object_.end() && !required) return {};
        if (found == object_.end()) return wrong(fmt::format("lacks the list '{}'", key));
        const bool good =
            found->is_array() && std::ranges::all_of(*found, [](const json& v) { return v.is_string(); });
        if (!good) return wrong(fmt::format("has a field '{}' that is no list of texts", key));
        values = found->get<std::vector<std::string>>();
        return {};
    }

    Result<void> facts(const char* key, BuildFacts& values) const {
        const auto found = object_.find(key);
        if (found == object_.end())
            return wrong(fmt::format("lacks the object '{}', which horocycle_add_plugin writes", key));
        const bool good =
            found->is_object() && std::ranges::all_of(*found, [](const json& v) { return v.is_string(); });
        if (!good) return wrong(fmt::format("has a field '{}' that is no object of texts", key));
        values = found->get<BuildFacts>();
        return {};
    }

private:
    const json& object_;
    std::string place_;
};

bool isPluginId(std::string_view id) {
    return !id.empty() && id.size() < 200 && std::ranges::all_of(id, [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '.' || c == '-';
    });
}

Result<void> readFields(const Fields& fields, const json& object, PluginDescription& d) {
    for (auto [key, value] :
         {std::pair{"id", &d.id}, std::pair{"name", &d.name}, std::pair{"version", &d.version},
          std::pair{"author", &d.author}, std::pair{"licence", &d.licence}, std::pair{"summary", &d.summary}})
        if (auto read = fields.text(key, *value); !read) return read;
    if (!isPluginId(d.id))
        return fields.wrong(fmt::format("has the id '{}', which is not of a-z, 0-9, . and -", d.id));
    if (auto read = fields.texts("offers", d.offers, true); !read) return read;
    if (auto read = fields.texts("needs", d.needs, false); !read) return read;
    if (auto read = fields.text("library", d.library, false); !read) return read;
    if (d.offers.empty()) return fields.wrong("offers nothing: 'offers' is empty");
    if (fields.has("methods") == !d.library.empty())
        return fields.wrong("must have either a 'library' or 'methods' of outside programs");
    if (d.library.empty()) {
        d.methods = object["methods"];
        return d.methods.is_array() ? Result<void>() : fields.wrong("has a field 'methods' that is no list");
    }
    if (std::filesystem::path(d.library).filename() != d.library)
        return fields.wrong("names a library outside of its own folder");
    return fields.facts("build", d.build);
}

}  // namespace

Result<PluginDescription> readPluginDescription(const std::filesystem::path& file) {
    const auto text = readFile(file, descriptionLimit);
    if (!text) return text.error();
    const auto object = parseJson(*text, file.string());
    if (!object) return object.error();
    const Fields fields(*object, file.string());
    if (!object->is_object()) return fields.wrong("is no JSON object");
    PluginDescription description;
    description.file = file;
    if (auto read = readFields(fields, *object, description); !read) return read.error();
    return description;
}

std::string_view pluginStateName(PluginState state) {
    constexpr std::array<std::string_view, 4> names{"found", "refused", "loaded", "failed"};
    return names[static_cast<size_t>(state)];
}

}  // namespace horo
