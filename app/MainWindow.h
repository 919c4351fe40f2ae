// The window: bar, start page or docks, jobs, status.
#pragma once

#include <QWidget>
#include <memory>

#include "app/Documents.h"
#include "app/Jobs.h"
#include "app/PluginAccess.h"
#include "core/annotation/changes.h"
#include "core/hierarchy/relatives.h"

class QAction;
class QMenu;
class QStackedWidget;
class QVBoxLayout;

namespace horo::views {
class View;
}

namespace horo::app {

class CommandPalette;
class DockArea;
class FileWatch;
class HelpPanel;
class InspectorPanel;
class JobsStrip;
class LogPanel;
class MethodPanel;
class PluginsPage;
class PreviewPage;
class SelectBar;
class StartPage;
class StatusLine;
class TopBar;
class ViewHistory;
class WorkspacePanel;

class MainWindow : public QWidget {
    Q_OBJECT
public:
    explicit MainWindow(PluginAccess plugins = {});
    ~MainWindow() override;

    views::WorkspaceModel& model() { return model_; }
    Jobs& jobs() { return *jobs_; }
    Documents& documents() { return *documents_; }
    DockArea& docks() { return *docks_; }
    MethodPanel& form() { return *form_; }
    TopBar& topBar() { return *topBar_; }
    PluginsPage& plugins() { return *plugins_; }
    PreviewPage& previewPage() { return *previewPage_; }

    void open(const QString& source);
    /// Puts the form to what suits a sample: two dimensions, drawn as they are.
    void openSample(const QString& source);
    void showPlugins();
    void chooseMethod(const std::string& id, const std::string& object = {});

protected:
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;
    void closeEvent(QCloseEvent* event) override;

private:
    void build();
    void buildMenus();
    void fillFileMenu(QMenu* file);
    void fillEditMenu(QMenu* edit);
    void fillViewMenu(QMenu* view);
    void fillDataMenu(QMenu* data);
    void fillMethodsMenu(QMenu* methods);
    void fillMethods();
    void fillViewTypes();
    void showAs(const std::string& type, const nlohmann::json& settings = nlohmann::json::object());
    void fillWindowMenu(QMenu* window);
    void fillHelpMenu(QMenu* help);
    void connectParts();
    QAction* addCommand(QMenu* menu, const QString& text, const QKeySequence& key, std::function<void()> run);

    void askOpen();
    void askSource();
    bool save();
    bool saveAs();
    bool mayDiscard();
    void closeWorkspace();
    void showWorkspace(bool shown);
    /// Of vectors with many columns: a picture, and the form of the next one.
    void firstLookAt(const std::shared_ptr<const Object>& opened);
    /// Offers to read a file again that is another one now.
    void offerReload(const QString& path, const QStringList& objectIds);
    void showPreview(std::shared_ptr<const Preview> preview);
    void leavePreview();
    void connectPlugins();
    void closePlugins();
    void pluginsChanged();
    void showObject(const std::string& id);
    void showEmbedding(const Object& object);
    void showText(const std::string& id);
    void addDefaultViews();
    void opened(const std::string& id, const QStringList& notes);
    void made(const std::string& id, bool first, bool aside);
    /// Runs a method with its defaults; `aside`: nobody asked for it.
    void start(const char* method, std::map<std::string, std::shared_ptr<const Object>> inputs, bool aside);
    /// Starts what can be said of an embedding: its quality as a picture, and how it holds its hierarchy.
    /// False: there is nothing to measure it by.
    bool startMeasures(const std::shared_ptr<const Object>& embedding);
    void measure(const std::string& embeddingId);
    void compare(const std::string& a, const std::string& b);
    void selectNode(ItemId item);
    void keepSelection();
    /// Changes an object in place, as a step that can be undone.
    void change(const std::string& id, const std::vector<Change>& changes);
    void relabelSelection();
    void moveSelection();
    /// Asks for one label or parent for all that is selected of the object, and makes it theirs.
    void changeSelection(const std::shared_ptr<const Object>& object, Change::What what,
                         const std::vector<std::string>& known);
    void exportTags();
    void importTags();
    void fillSelectMenu(QMenu* select);
    void selectRelatives(Relation relation);
    void selectWhere();
    std::shared_ptr<const Object> selectedFrom() const;
    void exportView(views::View* view, QWidget* anchor);
    void exportPage();
    void runOn(const std::string& method, const std::string& object,
               const std::map<std::string, std::string>& values);
    void report(const QString& what, const Error& error);
    void note(const QString& text);
    void addPerspective();
    void showAbout();
    void refreshTitle();

    views::WorkspaceModel model_;
    std::unique_ptr<Jobs> jobs_;
    std::unique_ptr<Documents> documents_;
    std::unique_ptr<FileWatch> watch_;
    TopBar* topBar_ = nullptr;
    QVBoxLayout* notices_ = nullptr;
    QStackedWidget* pages_ = nullptr;
    StartPage* start_ = nullptr;
    PluginAccess pluginAccess_;
    PluginsPage* plugins_ = nullptr;
    PreviewPage* previewPage_ = nullptr;
    QWidget* behindPlugins_ = nullptr;  ///< the page that comes back
    QWidget* behindPreview_ = nullptr;
    QList<std::shared_ptr<const Preview>> waiting_;  ///< several files were dropped at once
    QMenu *methodsMenu_ = nullptr, *dataMenu_ = nullptr;
    QList<QAction*> methodActions_;
    DockArea* docks_ = nullptr;
    WorkspacePanel* workspacePanel_ = nullptr;
    InspectorPanel* inspector_ = nullptr;
    MethodPanel* form_ = nullptr;
    JobsStrip* jobsStrip_ = nullptr;
    StatusLine* status_ = nullptr;
    SelectBar* selectBar_ = nullptr;
    ViewHistory* history_ = nullptr;
    CommandPalette* palette_ = nullptr;
    HelpPanel* help_ = nullptr;
    LogPanel* log_ = nullptr;
    QList<QAction*> commands_;
    QString sampleOpening_;
};

}  // namespace horo::app
