#include "core/io/hdf5/entries.h"

#include <string>

#include "core/io/hdf5/handle.h"

namespace horo::hdf5 {

namespace {

constexpr size_t mostObjects = 100'000;

struct List {
    const Answer& answer;
    std::string texts;  ///< what was not sent yet
    size_t objects = 0;

    void add(const std::string& path, const std::string& type, const std::string& extents) {
        for (const std::string* text : {&path, &type, &extents})
            texts.append(text->c_str(), text->size() + 1);
        if (texts.size() > size_t{1} << 20) send();
    }
    void send() {
        answer.add(texts);
        texts.clear();
    }
};

std::string typeName(hid_t type) {
    const std::string bits = std::to_string(8 * H5Tget_size(type));
    switch (H5Tget_class(type)) {
        case H5T_INTEGER:
            return (H5Tget_sign(type) == H5T_SGN_NONE ? "uint" : "int") + bits;
        case H5T_FLOAT:
            return "float" + bits;
        case H5T_ENUM:
            return "bool";
        case H5T_STRING:
            return "text";
        default:
            return "other";
    }
}

void addDataset(hid_t root, const char* name, const std::string& path, List& list) {
    const Handle dataset(H5Dopen2(root, name, H5P_DEFAULT), H5Dclose);
    if (!dataset) return;
    const Handle type(H5Dget_type(dataset.id), H5Tclose), space(H5Dget_space(dataset.id), H5Sclose);
    hsize_t extents[H5S_MAX_RANK];
    const int dimensions = type && space ? H5Sget_simple_extent_dims(space.id, extents, nullptr) : -1;
    if (dimensions < 0 || dimensions > mostDimensions) return list.add(path, "other", "");
    std::string numbers;
    for (int i = 0; i < dimensions; ++i)
        numbers += (i == 0 ? "" : " ") + std::to_string(extents[i]);
    list.add(path, typeName(type.id), numbers);
}

herr_t visit(hid_t root, const char* name, const H5O_info_t* about, void* into) {
    auto& list = *static_cast<List*>(into);
    if (++list.objects > mostObjects) return -1;
    const std::string text = name, path = text == "." ? "/" : "/" + text;
    if (about->type == H5O_TYPE_GROUP) list.add(path, "group", "");
    if (about->type == H5O_TYPE_DATASET) addDataset(root, name, path, list);
    return 0;
}

}  // namespace

Status sendEntries(hid_t file, const Answer& answer) {
    List list{answer, {}};
    if (H5Ovisit2(file, H5_INDEX_NAME, H5_ITER_INC, visit, &list, H5O_INFO_BASIC) < 0) return Status::Damaged;
    list.send();
    return Status::Good;
}

}  // namespace horo::hdf5
