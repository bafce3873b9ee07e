/**
 * Says of a PDF that it keeps to PDF/UA-1 (ISO 14289-1), beside PDF/A, of which alone pdfkit says so.
 * PDF/A-3 wants each property of metadata that it does not know described (ISO 19005-3, 6.6.2.3.2).
 */
const NAMESPACE = 'http://www.aiim.org/pdfua/ns/id/';

const METADATA = `
<rdf:Description rdf:about="" xmlns:pdfuaid="${NAMESPACE}">
  <pdfuaid:part>1</pdfuaid:part>
</rdf:Description>
<rdf:Description rdf:about=""
  xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
  xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"
  xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
  <pdfaExtension:schemas>
    <rdf:Bag>
      <rdf:li rdf:parseType="Resource">
        <pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>
        <pdfaSchema:namespaceURI>${NAMESPACE}</pdfaSchema:namespaceURI>
        <pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
        <pdfaSchema:property>
          <rdf:Seq>
            <rdf:li rdf:parseType="Resource">
              <pdfaProperty:name>part</pdfaProperty:name>
              <pdfaProperty:valueType>Integer</pdfaProperty:valueType>
              <pdfaProperty:category>internal</pdfaProperty:category>
              <pdfaProperty:description>Part of ISO 14289 that the document keeps to</pdfaProperty:description>
            </rdf:li>
          </rdf:Seq>
        </pdfaSchema:property>
      </rdf:li>
    </rdf:Bag>
  </pdfaExtension:schemas>
</rdf:Description>`;

export function declareUniversalAccess(pdf: PDFKit.PDFDocument): void {
  // pdfkit's types lack it
  (pdf as PDFKit.PDFDocument & { appendXML(xml: string): void }).appendXML(METADATA);
}
