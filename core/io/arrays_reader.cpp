// Named arrays of an npz as they are: matrices of a router, hidden states of a model, predictions.
#include "core/base/file.h"
#include "core/io/archive.h"
#include "core/io/npy.h"
#include "core/io/reader.h"

namespace horo {

namespace {

class ArraysReader final : public Reader {
public:
    std::string_view format() const override { return "arrays"; }
    std::vector<Kind> kinds() const override { return {Kind::Arrays}; }
    std::vector<std::string> endingsIfWanted() const override { return {".npz", ".npy"}; }
    std::string_view help() const override {
        return "Named arrays (NumPy npz; npy, ?array= its name; ?classes=FILE names columns)";
    }

    Result<Opened> read(const Source& source, Kind) const override {
        const auto file = readFileAndChecksum(source.path());
        if (!file) return file.error();
        auto all =
            source.path().extension() == ".npy" ? oneOf(source, file->bytes) : membersOf(source, file->bytes);
        if (!all) return all.error();
        if (const auto classes = source.option("classes"))
            if (const auto added = addClasses(*classes, *all); !added) return added.error();
        Opened opened;
        opened.origin.sha256 = file->sha256;
        opened.payload = std::make_shared<const Arrays>(std::move(*all));
        return opened;
    }

private:
    static Result<Arrays> oneOf(const Source& source, const std::string& bytes) {
        auto array = parseNpy(bytes, source.name);
        if (!array) return array.error();
        return Arrays{
            {{source.option("array").value_or("probs"), std::move(array->shape), std::move(array->values)}}};
    }

    static Result<Arrays> membersOf(const Source& source, const std::string& file) {
        const auto members = unpackArchive(file, source.name);
        if (!members) return members.error();
        Arrays all;
        for (const auto& [name, bytes] : *members) {
            if (!name.ends_with(".npy")) continue;
            auto array = parseNpy(bytes, source.name + ":" + name);
            if (!array) return array.error();
            all.arrays.push_back(
                {name.substr(0, name.size() - 4), std::move(array->shape), std::move(array->values)});
        }
        if (all.arrays.empty()) return inputError("holds no arrays", "give an npz of NumPy", source.name);
        return all;
    }

    /// The lines of a file as the array `classes`, in place of one that is there.
    static Result<void> addClasses(const std::string& path, Arrays& all) {
        const auto list = Source::parse(path);
        if (!list) return list.error();
        Origin origin;
        const auto text = readText(*list, origin);
        if (!text) return text.error();
        std::vector<std::string> names;
        const Text lines = Text::ofLines(*text);
        for (const auto& [begin, end] : lines.pieces)
            names.emplace_back(lines.bytes, begin, end - begin);
        std::erase_if(all.arrays, [](const Array& array) { return array.name == "classes"; });
        const size_t count = names.size();
        all.arrays.push_back({"classes", {count}, std::move(names)});
        return {};
    }
};

HOROCYCLE_READER(ArraysReader);

}  // namespace

}  // namespace horo
