//! Packages for learning systems: the page of one file with an adapter in it, and a manifest that names it.

use super::archive::packed;
use super::kit::Kit;
use super::page::escaped;
use super::single::{self, Use};
use super::{Files, Options, Published};
use crate::problem::Problem;

/// In a learning system: answers and result are kept there, so the page leads nowhere else.
const LEARNER: Use = Use { script: "lms.js", needs: "lms_needs_scripts", says: "lms_", elsewhere: false };

/// One version of SCORM, as a manifest has it.
struct Edition {
    /// In the name of the package.
    name: &'static str,
    version: &'static str,
    /// Of packages.
    packaging: &'static str,
    /// Of what SCORM adds to them.
    additions: &'static str,
    /// The attribute that says what a resource is; its spelling changed.
    kind: &'static str,
    /// What an item says besides its title.
    rules: &'static str,
}

const EDITIONS: [Edition; 2] = [
    Edition {
        name: "scorm12",
        version: "1.2",
        packaging: "http://www.imsproject.org/xsd/imscp_rootv1p1p2",
        additions: "http://www.adlnet.org/xsd/adlcp_rootv1p2",
        kind: "scormtype",
        rules: "",
    },
    Edition {
        name: "scorm2004",
        version: "2004 4th Edition",
        packaging: "http://www.imsglobal.org/xsd/imscp_v1p1",
        additions: "http://www.adlnet.org/xsd/adlcp_v1p3",
        kind: "scormType",
        // Otherwise a system counts as passed whatever says nothing of success.
        rules: r#"
        <imsss:sequencing xmlns:imsss="http://www.imsglobal.org/xsd/imsss">
          <imsss:deliveryControls completionSetByContent="true" objectiveSetByContent="true"/>
        </imsss:sequencing>"#,
    },
];

/// Adds them.
///
/// # Errors
/// A kit that lacks a part.
pub(crate) fn add(files: &mut Files, kit: &Kit, published: &Published, options: &Options) -> Result<(), Vec<Problem>> {
    let page = single::page(kit, published, options, &LEARNER, published.speaks())?;
    for edition in &EDITIONS {
        let inside = Files::from([
            ("imsmanifest.xml".into(), manifest(published, edition).into_bytes()),
            ("index.html".into(), page.clone()),
        ]);
        files.insert(format!("lms/{}-{}.zip", published.id, edition.name), packed(&inside)?);
    }
    Ok(())
}

/// One organization, one item, one object that talks to the system. No mastery score: definitions have no pass mark.
fn manifest(published: &Published, edition: &Edition) -> String {
    let Edition { version, packaging, additions, kind, rules, .. } = edition;
    let (id, title) = (format!("tautline-{}", published.id), escaped(&published.title));
    format!(
        r#"<?xml version="1.0" encoding="UTF-8"?>
<manifest identifier="{id}" version="1.0" xmlns="{packaging}" xmlns:adlcp="{additions}">
  <metadata>
    <schema>ADL SCORM</schema>
    <schemaversion>{version}</schemaversion>
  </metadata>
  <organizations default="{id}-organization">
    <organization identifier="{id}-organization">
      <title>{title}</title>
      <item identifier="{id}-item" identifierref="{id}-resource">
        <title>{title}</title>{rules}
      </item>
    </organization>
  </organizations>
  <resources>
    <resource identifier="{id}-resource" type="webcontent" adlcp:{kind}="sco" href="index.html">
      <file href="index.html"/>
    </resource>
  </resources>
</manifest>
"#
    )
}
