#include "core/session/session.h"

#include <fmt/format.h>

#include <set>

#include "core/base/file.h"
#include "core/base/version.h"
#include "core/io/archive.h"
#include "core/io/json_text.h"
#include "core/session/members.h"

namespace horo {

using nlohmann::json;

namespace {

json toJson(const MadeBy& m) {
    json curves = json::object();
    for (const auto& [name, curve] : m.curves)
        curves[name] = {{"x", curve.x}, {"y", curve.y}};
    return {{"curves", curves},           {"planned", m.planned}, {"output", m.output},
            {"method", m.method},         {"version", m.version}, {"origin", m.origin},
            {"parameters", m.parameters}, {"inputs", m.inputs},   {"seed", m.seed},
            {"threads", m.threads},       {"device", m.device},   {"deterministic", m.deterministic},
            {"partial", m.partial},       {"results", m.results}};
}

MadeBy madeByFromJson(const json& j) {
    MadeBy m;
    m.method = j.at("method");
    m.version = j.value("version", "");
    m.origin = j.value("origin", "");
    m.parameters = j.value("parameters", json::object());
    m.inputs = j.value("inputs", std::map<std::string, std::string>{});
    m.seed = j.value("seed", uint64_t{0});
    m.threads = j.value("threads", 1);
    m.device = j.value("device", "cpu");
    m.deterministic = j.value("deterministic", false);
    m.partial = j.value("partial", false);
    m.results = j.value("results", json::object());
    m.planned = j.value("planned", 0.0);
    m.output = j.value("output", "");
    const json curves = j.value("curves", json::object());
    for (const auto& [name, curve] : curves.items())
        m.curves[name] = {curve.at("x").get<std::vector<double>>(), curve.at("y").get<std::vector<double>>()};
    return m;
}

json toJson(const Selection& s) {
    return {{"items", std::vector<ItemId>(s.ids().begin(), s.ids().end())},
            {"focus", s.focus()},
            {"origin", s.origin()}};
}

Selection selectionFromJson(const json& j) {
    return Selection(j.value("items", std::vector<ItemId>{}), j.value("origin", ""),
                     j.value("focus", ItemId{0}));
}

json toJson(const ViewState& v) {
    return {{"id", v.id}, {"type", v.type}, {"objects", v.objects}, {"settings", v.settings}};
}

/// `lost`: takes what is wrong with an object, which is then left out; null = that is an error.
Result<Workspace> workspaceFromJson(const json& root, const Members& members,
                                    std::vector<std::string>* lost) {
    Workspace workspace;
    std::set<std::string> ids;
    for (const auto& entry : root.at("objects")) {
        Object object;
        object.id = entry.at("id");
        object.name = entry.at("name");
        const std::string kind = entry.at("kind");
        const auto known = kindFromName(kind);
        if (!known)
            return inputError(
                fmt::format("'{}' is a {}, which this version does not know", object.name, kind),
                "open the session with a newer Horocycle");
        if (!ids.insert(object.id).second)
            return inputError(fmt::format("the session has two objects with the id '{}'", object.id),
                              "open an older copy of it");
        auto payload = readPayload(*known, entry, members);
        if (!payload && lost) {
            lost->push_back(fmt::format("{}: {}", object.name, payload.error().cause));
            continue;
        }
        if (!payload)
            return Error{
                fmt::format("'{}': {}", object.name, payload.error().cause), payload.error().advice, {}};
        object.payload = std::move(*payload);
        object.origin = {entry.value("source", ""), entry.value("sha256", "")};
        if (entry.contains("made_by") && !entry["made_by"].is_null())
            object.madeBy = madeByFromJson(entry["made_by"]);
        workspace.add(std::move(object));
    }
    for (const auto& view : root.value("views", json::array())) {
        ViewState state{view.at("id"), view.at("type"), view.value("objects", std::vector<std::string>{}),
                        view.value("settings", json::object())};
        const bool gone = lost && !state.objects.empty() && !workspace.find(state.objects.front());
        if (gone) continue;
        workspace.views.push_back(std::move(state));
    }
    for (const auto& entry : root.value("selections", json::array())) {
        Selection selection = selectionFromJson(entry);
        const std::string name = entry.value("name", "");
        if (name.empty())
            workspace.selection = std::move(selection);
        else
            workspace.kept.emplace_back(name, std::move(selection));
    }
    workspace.layout = root.value("layout", json::object());
    return workspace;
}

}  // namespace

Result<std::string> sessionBytes(const Workspace& workspace) {
    Members members;
    json root = {{"format", sessionFormat}, {"application", "Horocycle"}, {"version", versionText()}};
    root["objects"] = json::array();
    for (const auto& object : workspace.objects) {
        json entry = writePayload(object->payload, fmt::format("objects/{}/", object->id), members);
        entry["id"] = object->id;
        entry["kind"] = kindName(object->kind());
        entry["name"] = object->name;
        entry["source"] = object->origin.source;
        entry["sha256"] = object->origin.sha256;
        entry["made_by"] = object->madeBy ? toJson(*object->madeBy) : json();
        root["objects"].push_back(std::move(entry));
    }
    root["views"] = json::array();
    for (const auto& view : workspace.views)
        root["views"].push_back(toJson(view));
    root["selections"] = json::array();
    json current = toJson(workspace.selection);
    current["name"] = "";  // the current one has no name
    root["selections"].push_back(std::move(current));
    for (const auto& [name, selection] : workspace.kept) {
        json entry = toJson(selection);
        entry["name"] = name;
        root["selections"].push_back(std::move(entry));
    }
    root["layout"] = workspace.layout;
    members["session.json"] = root.dump(1, ' ', false, json::error_handler_t::replace);
    return packArchive(members, true);
}

namespace {

Result<Workspace> readSession(std::string_view bytes, const std::string& place,
                              std::vector<std::string>* lost) {
    const auto members = unpackArchive(bytes, place);
    if (!members) return members.error();
    const auto found = members->find("session.json");
    if (found == members->end())
        return inputError("is a zip, but no session: it has no session.json", "choose a .horo file", place);
    const auto parsed = parseJson(found->second, place + ": session.json");
    if (!parsed) return parsed.error();
    const json& root = *parsed;
    if (!root.is_object() || !root.contains("format") || !root["format"].is_number_integer())
        return inputError("has a damaged session.json", "open an older copy or an autosave of the session",
                          place);
    if (root["format"] > sessionFormat)
        return inputError(
            fmt::format("was saved in format {} by Horocycle {}; this is {}, which reads up to format {}",
                        root["format"].dump(), root.value("version", "?"), versionText(), sessionFormat),
            "open it with the newer version", place);
    try {
        auto workspace = workspaceFromJson(root, *members, lost);
        if (!workspace && workspace.error().place.empty()) workspace.error().place = place;
        return workspace;
    } catch (const json::exception& fault) {
        return inputError(fmt::format("has a session.json with a wrong or missing member ({})", fault.what()),
                          "open an older copy or an autosave of the session", place);
    }
}

}  // namespace

Result<Workspace> sessionFromBytes(std::string_view bytes, const std::string& place) {
    return readSession(bytes, place, nullptr);
}

bool looksLikeSession(std::string_view head) {
    // The names of members are in order, so objects/ or session.json comes first in the local headers.
    return head.starts_with("PK\x03\x04") && (head.find("objects/") != std::string_view::npos ||
                                              head.find("session.json") != std::string_view::npos);
}

Result<void> saveSession(const Workspace& workspace, const std::filesystem::path& path) {
    const auto bytes = sessionBytes(workspace);
    if (!bytes) return bytes.error();
    return writeFile(path, *bytes);
}

Result<Workspace> loadSession(const std::filesystem::path& path) {
    const auto bytes = readFile(path);
    if (!bytes) return bytes.error();
    return sessionFromBytes(*bytes, path.string());
}

Result<SessionParts> loadSessionParts(const std::filesystem::path& path) {
    const auto bytes = readFile(path);
    if (!bytes) return bytes.error();
    SessionParts parts;
    auto workspace = readSession(*bytes, path.string(), &parts.lost);
    if (!workspace) return workspace.error();
    parts.workspace = std::move(*workspace);
    return parts;
}

}  // namespace horo
