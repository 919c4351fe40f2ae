#include <QtCore/QTimer>
#include <QtGui/QHoverEvent>
#include <QtGui/QPainter>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QDockWidget>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QMainWindow>
#include <QtWidgets/QMenu>
#include <QtWidgets/QTextBrowser>
#include <QtWidgets/QVBoxLayout>

#include "tests/views/gallery/Gallery.h"
#include "views/kit/Buttons.h"
#include "views/kit/PanelTitle.h"
#include "views/kit/SearchField.h"
#include "views/kit/SegmentedControl.h"
#include "views/theme/Icons.h"
#include "views/theme/Theme.h"

namespace horo::views::gallery {

namespace {

constexpr auto help = R"(# Taxonomy embedding

Places the nodes of a hierarchy so that *near* means **related**. After Nickel & Kiela (2017).

| parameter | default |
|---|---|
| dimension | 10 |
| `lr` | 0.1 |

```
horocycle-cli replay mammals.horo
```
)";

/// Grabs a widget that cannot be shown inside the page, for example a popup, as a picture.
class Picture : public QWidget {
public:
    explicit Picture(QWidget* source) : source_(source) {
        source->ensurePolished();
        source->adjustSize();
        setFixedSize(source->sizeHint() + QSize(16, 16));
    }

protected:
    void paintEvent(QPaintEvent*) override {
        QPainter painter(this);
        painter.drawPixmap(8, 8, source_->grab());
    }

private:
    QWidget* source_;
};

QDockWidget* makeDock(const QString& name) {
    auto* dock = new QDockWidget(name);
    dock->setWidget(new QWidget);
    return dock;
}

}  // namespace

std::unique_ptr<QWidget> makeStatesPage() {
    auto window = std::make_unique<QMainWindow>();
    window->resize(900, 560);
    auto* centre = new QWidget;
    auto* column = new QVBoxLayout(centre);
    auto* search = new SearchField("Search names");
    search->setText("whale");
    search->setMatches(0, 15);
    column->addWidget(search);
    auto* segments = new SegmentedControl({"one", "two", "three"});
    column->addWidget(segments);
    auto* menu = new QMenu(centre);
    menu->addSection("Perspective");
    auto* checked = menu->addAction("Explore");
    checked->setCheckable(true);
    checked->setChecked(true);
    menu->addAction("Open...\tCtrl+O");
    menu->addAction(icon("export"), "Export");
    menu->addSeparator();
    menu->addAction(icon("close"), "Close")->setEnabled(false);
    menu->addMenu("Recent")->addAction("mammals.horo");
    column->addWidget(new Picture(menu));
    column->addWidget(new PrimaryButton("Run", "run"));
    column->addWidget(new PlainButton("Stop, keep", "stop"));
    column->addStretch();
    window->setCentralWidget(centre);

    auto* browser = new QTextBrowser;
    browser->setMarkdown(help);
    auto* right = new QDockWidget;
    right->setTitleBarWidget(new PanelTitle("Help"));
    right->setWidget(browser);
    window->addDockWidget(Qt::RightDockWidgetArea, right);

    auto* first = makeDock("Poincaré disk");
    auto* second = makeDock("Scatter");
    window->addDockWidget(Qt::LeftDockWidgetArea, first);
    window->tabifyDockWidget(first, second);
    window->tabifyDockWidget(second, makeDock("Table"));
    window->setTabPosition(Qt::AllDockWidgetAreas, QTabWidget::North);
    window->resizeDocks({first, right}, {300, 300}, Qt::Horizontal);
    QTimer::singleShot(100, search, [search] {
        search->activateWindow();
        search->setFocus(Qt::TabFocusReason);
    });
    return window;
}

}  // namespace horo::views::gallery
